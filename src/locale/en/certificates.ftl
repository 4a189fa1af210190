# Certificates: what a maker writes, what officers check, what buyers see.
certificates-title = Certificates
certificates-lead = What your goods conform to. The programme checks each one; buyers see it on your pages and can search for it as long as it is valid.
certificates-none = No certificates yet
certificates-none-text = A food contact declaration, a label, an audit: add the paper, and buyers who need it will find you.
certificates-public-lead = Valid today for what { $maker } makes, and checked by the programme.
certificates-none-valid = Nothing is valid today
certificates-none-valid-text = What is not checked, not begun or over is not shown here.
certificate-add = Add a certificate
certificate-add-lead = Take a photo of the paper, or choose its PDF. An officer of the programme looks at it before buyers see it.
certificate-edit-note = What you change is checked again, and until then buyers do not see it.
certificate-scheme = Certificate
certificate-scheme-choose = Choose one
certificate-name = Its name
certificate-name-hint = Only if it is not in the list.
certificate-number = Number
certificate-number-hint = As it stands on the paper. Your own declaration may have none.
certificate-issuer = Issued by
certificate-issuer-hint = The body whose stamp or logo stands on it; for your own declaration, yourself.
certificate-from = Valid from
certificate-until = Valid until
certificate-ended-on = Ended on
certificate-covers = For which products
covers-all = All products
covers-chosen = Chosen products
certificate-products = Chosen products
certificate-products-hint = Only if it is not for all of them.
certificate-document = Document
certificate-document-hint = A photo or a PDF. Only you, the programme and verified buyers can open it.
certificate-document-open = Open the document
certificate-document-none = There is no document with it.
certificate-note = Note for the programme
certificate-note-hint = Where it can be looked up, or what is not plain from the paper. Buyers do not see it.
certificate-note-read = The maker’s note
certificate-send = Send to be checked
certificate-remove = Remove
certificate-remove-sure = Remove this certificate? Buyers will not see it any more.
certificate-without-end = Without end
certificate-valid-until = Valid until { $date }
certificate-valid-today = Valid today
certificate-checked-on = Checked by the programme on { $date }
certificate-for-some = { $count ->
    [one] For one of its products
   *[other] For { $shown } of its products
}
certificate-said-on = The programme, on { $date }
certificate-said-by = { $officer }, on { $date }
certificates-desk-lead = Compare each with its document and with the issuer’s register, then confirm or refuse it.
certificates-desk-none = Nothing here
certificates-desk-none-text = No certificate stands so.
certificate-standing = Checked
certificate-decide = Decide
certificate-decision = Your decision
certificate-decision-confirmed = Confirm: it is genuine, and says what stands here
certificate-decision-refused = Refuse
certificate-decision-note = What you saw
certificate-decision-note-hint = The paper, the issuer’s register, or what is wrong. The maker reads it.
certificate-history = Decisions so far
notice-certificate-saved = Saved. An officer will look at it.
notice-certificate-removed = The certificate is removed.
notice-certificate-decided = Your decision is recorded.
problem-certificate-long = A certificate of this kind lasts { $months } months at most and needs a last day.
problem-certificate-no-product = Choose at least one product, or say that it is for all.
problem-certificate-product = These must be products of your own.
task-check-certificates = { $count ->
    [one] One certificate waits to be checked
   *[other] { $shown } certificates wait to be checked
}
door-certificates = Certificates
search-certificate = Certificate valid today
filter-certificate = { $certificate }, valid today
maker-certificates-all = See all certificates

letter-certificate-ends = “{ $certificate }” ends on { $date }
letter-certificate-ends-text = Your certificate “{ $certificate }” is valid until { $date }. After that day buyers no longer see it and do not find your products by it. When you have the new one, change the dates and add the new document.
letter-certificate-ended = “{ $certificate }” has ended
letter-certificate-ended-text = Your certificate “{ $certificate }” was valid until { $date }. Buyers no longer see it. If you have a new one, change the dates and add the new document.
letter-certificate-confirmed = Your certificate “{ $certificate }” is confirmed
letter-certificate-confirmed-text = The programme has checked your certificate “{ $certificate }”. Buyers see it on your pages as long as it is valid.
letter-certificate-refused = Your certificate “{ $certificate }” was not confirmed
letter-certificate-refused-text = The programme has looked at your certificate “{ $certificate }” and could not confirm it. You can mend what is wrong and send it again.
letter-certificate-button = See the certificate
letter-certificate-reason = You receive this because your workshop has listed this certificate.
