# What the two sides make of a match.

## A buyer's marks
mark-shortlist = Shortlist
mark-pass = Pass over
mark-back = Put back
status-shortlisted = Shortlisted
status-passed-over = Passed over
status-quoted = Has quoted
status-won = Order won

## Declining
decline-title = Not for us
decline-lead = The request leaves your list, and nobody asks you about it again. The buyer is not told.
decline-open = Not for us
decline-reason = Why?
decline-reason-not-ours = We do not make this
decline-reason-too-small = Too few pieces
decline-reason-no-time = We have no time
decline-reason-price = Not at this price
decline-reason-destination = Not for this country
decline-reason-other = Another reason
decline-note = In your own words
decline-note-hint = You and the programme read it, the buyer does not.
decline-always = In future too (optional)
decline-always-hint = What you say here holds for every request to come, until you change it.
decline-least-hint = With “Too few pieces”: the smallest order that is worth your while.
decline-busy-hint = With “We have no time”: the last day on which you take on nothing new.
decline-never-there = With “Not for this country”: nothing for { $country } in future
decline-send = Decline
declined-on = You declined this request on { $date }: { $reason }.
declined-reconsider = Reconsider
notice-request-declined = Declined. You will not be asked about this request again.
notice-request-reconsidered = The request is back. Your products are compared with it again.
refusal-decline-closed = This request is closed; there is nothing to decline.
refusal-not-declined = You have not declined this request.
problem-decline-note = Say in a few words why.
problem-decline-limit = This goes with the reason “{ $reason }” only.

## What a maker turns away
limits-title = What you turn away
limits-lead = Requests beyond these limits are not matched with your products, and you get no letters about them.
limits-least = Smallest order
limits-least-hint = Pieces. Left empty: your products’ own minimum quantities count. What you have agreed on with a buyer counts for that buyer.
limits-busy = No new work until
limits-busy-hint = The first pieces of a new order are begun on the day after.
limits-not-to = Countries you do not sell to
limits-not-to-hint = Names or two letters each, with commas. Your products stay on show there.
notice-limits-set = Saved. Requests are compared with your products again.

## Quotas
refusal-answers-request = { $most } makers have answered this request already. It takes no more answers.
refusal-answers-month = You have answered { $most } requests within 30 days. Answers to requests that prove fake do not count.

## Reports
report-open = Report this request
report-title = Report a request
report-lead = An officer of the programme looks at it. The buyer does not learn who reported it.
report-suspicion = What is wrong?
suspicion-no-buyer = Nobody stands behind it, or not the one who is named
suspicion-fishing = It only collects prices, samples or addresses
suspicion-advertising = It sells instead of buying
suspicion-fraud = It asks for money, a fee or an account
suspicion-other = Something else
report-note = What happened
report-note-hint = What was said, when, and how you noticed. Only officers read it.
report-send = Send the report
report-decision-note = What you found
report-decision-note-hint = The makers who reported it read this, and the buyer of a request that is closed.
reports-title = Reported requests
reports-lead = What makers say of requests that no buyer can mean. A fake one is closed for good, and answers to it no longer count against the makers.
reports-empty = No request is reported
reports-empty-text = Makers report one from its page.
report-request = Request
report-on = Reported on
report-of = Reported by { $maker }
report-verdict = Verdict
report-verdict-waiting = Waiting
report-verdict-fake = Fake
report-verdict-genuine = Genuine
report-decide = Decide
report-decide-hint = The verdict holds for all reports of this request.
report-see-request = Read the whole request
request-fake = An officer found this request to be fake. It is closed for good.
notice-request-reported = Thank you. An officer will look at it.
notice-reports-decided = Decided. Those who reported it are told.
refusal-reported = You have reported this request already.
refusal-request-fake = An officer found this request to be fake. It stays closed.
refusal-report-decided = Another officer has decided about this request.
letter-fake-subject = Your request is closed: { $request }
letter-fake-text = An officer of the programme has looked at your request and closed it. In the officer’s words:
letter-fake-button = See the request
letter-report-subject = What became of your report: { $request }
letter-report-fake = The request that you reported proved fake. It is closed, and your answer to it does not count against you. The officer says:
letter-report-genuine = The request that you reported was found to be genuine. The officer says:
letter-report-button = See requests that fit you
letter-report-reason = You get this letter because your workshop reported a sourcing request.

## Rules and evaluation
match-rule-willing = Wanted by the maker
match-why-declined = Its maker has declined this request
problem-weights = “{ $text }” is none of the parts of a score with a number from 0 to 1000, as in price=25.

## The officers’ day
task-reports = { $count ->
    [one] A request is reported: look at it
   *[other] { $shown } reports of requests wait for a verdict
}
