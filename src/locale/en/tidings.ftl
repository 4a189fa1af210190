letters-title = What we write to you
letters-lead = News comes in one letter, as often as you wish, never one for each thing.
letters-rhythm = How often?
letters-rhythm-hint = A day’s letter leaves at 7:00 UTC, a week’s on Monday at 7:00 UTC. Where there is nothing new, there is no letter.
rhythm-immediate = At once; what comes within a minute is in one letter
rhythm-daily = Once a day
rhythm-weekly = Once a week
rhythm-never = Never
letters-what = What stands in it
letters-what-requests = If you are a workshop: open requests that your products answer.
letters-what-answers = If you are a buyer: products that answer your open requests and did not before.
letters-what-searches = What your saved searches find that was not there before.
letters-always = What always comes
letters-always-text = Letters about your own business come whatever you choose: messages, quotes, agreements and orders, the first answers to a request that you opened, decisions about you, and what you need to sign in.

searches-title = Saved searches
searches-lead = What is published after you saved a search, and answers it, stands in your next letter.
searches-none = No saved searches
searches-none-text = Search for something; beside the results you can save the search.
searches-save = Save this search
searches-name = What you call it
searches-name-hint = It stands above what is found, in your letters.
searches-address = Address of the search
searches-address-hint = As it stands in your browser: /search?q=bowls&country=TN
searches-since = Since { $date }

tidings-subject = New for you: { $what }
tidings-subject-both = New for you: { $requests }, { $products }
tidings-subject-wanted = A buyer is looking for what you make: { $request }
tidings-count-requests = { $count ->
    [one] one request
   *[other] { $shown } requests
}
tidings-count-products = { $count ->
    [one] one product
   *[other] { $shown } products
}
tidings-wanted = Requests that your products answer
tidings-answers = New answers to your requests
tidings-found = New for your searches
tidings-fitting = Your products that fit
tidings-read = Read the request and answer
tidings-not-for-us = Not for us
tidings-product = { $product } · { $maker }
tidings-more = And { $shown } more
tidings-reason = You get this letter because you asked to hear what is new, or never said how often.

tiding-declined = Declined
tiding-declined-text = Nobody of your workshop is asked about this request again; the buyer is not told. Should you think otherwise, reconsider on the page of the request.
tiding-link-used = This was answered already
tiding-link-used-text = The link was used already; it does its work once. The request stands among the requests that fit.
tiding-link-expired = This link is too old
tiding-link-expired-text = Links in letters work for thirty days. Sign in: open requests stand among the requests that fit.
tiding-link-closed = This request is closed
tiding-link-closed-text = The buyer takes no more answers, so there is nothing to decline.
tiding-link-gone = This link does not work
tiding-link-gone-text = It was never one of ours, or it is for a workshop to which its reader does not belong any more.
tiding-end-gone-text = It is too old, or was never one of ours. Sign in: under “What we write to you” in your account you say how often you are written to.

tiding-end = No more such letters?
tiding-end-text = You would hear no more of what is new: requests, products, saved searches. Letters about your own business still come.
tiding-end-button = End these letters
tiding-ended = These letters have ended
tiding-ended-text = You hear no more of what is new. Letters about your own business still come.
tiding-resume = It was a mistake: take them up again
tiding-resumed = You get these letters again

notice-rhythm-chosen = Done. You are written to as you said.
notice-search-saved = Saved. What is new will stand in your letters.
notice-search-deleted = Deleted.
problem-saved-search = Say what is looked for: words, or at least one filter, such as q=bowls or craft=ceramics.
problem-saved-search-kind = Only products are told of: leave `kind` out, or let it hold `product`.
problem-saved-search-sentence = A whole sentence cannot be watched for: every product with one of its words would answer. Leave only what is looked for, such as “blue bowls”.
refusal-saved-searches-full = You have { $most } saved searches, which is the most. Delete one first.
refusal-tiding-link-used = This link was used already.
refusal-tiding-link-expired = This link is too old; links in letters work for thirty days.
refusal-tiding-link-closed = This request is closed, so there is nothing to decline.
