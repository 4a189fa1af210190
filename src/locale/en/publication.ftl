# For whom a request is, its review and its renewal

## Audience
request-visibility = Who may answer
request-visibility-open = All makers
request-visibility-invited = Only makers whom you invite
request-visibility-cluster = Only the makers of one cluster
request-invited = Makers you invite
request-invited-hint = Names in their addresses, such as dar-amal, with commas. They are told by letter.
request-cluster = Cluster
request-audience-invited = Only for { $makers } invited makers
request-audience-cluster = Only for { $cluster }
problem-request-invited = No approved maker is called { $name }. Take the name from the end of the maker’s address, such as dar-amal.
problem-request-cluster = There is no cluster of that name.
letter-invited-subject = A buyer invites you to answer: { $request }
letter-invited-text = A verified buyer has chosen you and a few others to answer this request. In the buyer’s words:
letter-invited-button = Read the request
letter-invited-reason = You get this letter because a buyer has invited your workshop.

## Review
status-submitted = Under review
request-submitted-hint = An officer of the programme reads your request before makers do. You will be told.
request-sent-back = An officer sent your request back: { $note }
notice-request-submitted = Your request is on its way: an officer reads it first.
reviews-title = Requests to read
reviews-lead = Buyers have sent these; makers see them once you publish them.
reviews-empty = No request waits to be read
reviews-empty-text = New ones appear here as buyers send them.
review-verdict = Decision
review-verdict-publish = Publish it
review-verdict-send-back = Send it back
review-note = What is to be changed
review-note-hint = The buyer reads it. Needed when you send a request back.
review-send = Decide
notice-request-reviewed = Decided.
refusal-request-reviewed = This request does not wait for review.
refusal-request-submitted = An officer is reading this request. Wait for the answer, or withdraw it first.
letter-sent-back-subject = Please look at your request again: { $request }
letter-sent-back-text = An officer of the programme has read your request and sent it back before makers saw it:
letter-sent-back-button = Change the request
task-review-requests = { $count ->
    [one] A request waits to be read
   *[other] { $shown } requests wait to be read
}

## Renewal
renew-title = Open it again
renew-lead = Everything stays as it was; only the days are new.
renew-send = Open it with these days
refusal-request-not-closed = Only a closed request can be renewed.

## What its words speak of
recognised-title = We read this from your words
recognised-lead = Tick what is right: requests that name their craft are answered better.
recognised-send = Add what is ticked
notice-request-recognised = Added.
request-buyer = Buyer
