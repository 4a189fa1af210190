# When something does not work: what happened and what to do next.
error-home = To the front page
error-request = If you write to us about this, name { $id }.
error-not-found = Not found
error-not-found-detail = There is nothing here that you may see. It may have been moved or withdrawn.
error-sign-in = Please sign in
error-sign-in-detail = This is for people with an account. Sign in and you will come back here.
error-forbidden = Not allowed
error-refused = Not possible
error-invalid = Please look at this again
error-invalid-detail = { $count ->
    [one] One field is not right yet. Nothing was saved.
   *[other] { $count } fields are not right yet. Nothing was saved.
}
error-conflict = Changed in the meantime
error-conflict-detail = Somebody else changed this while you were looking at it. Load it again, then repeat your change.
error-too-many = Too many attempts
error-too-many-detail = Please wait { $seconds } seconds and try again.
error-method = Not done this way
error-method-detail = This address does not answer to this kind of request.
error-too-large = Too large
error-too-large-detail = What you sent is larger than this place accepts. Nothing was saved.
error-media-type = Unknown kind of content
error-media-type-detail = Please send JSON with the content type application/json.
error-busy = Busy for a moment
error-busy-detail = Too much is going on at once. Please try again in a few seconds; nothing was saved.
error-broken = Something broke on our side
error-broken-detail = It is not your doing, and it has been noted. Please try again later.
error-bad-request = Not understood
error-bad-request-detail = The request could not be read.
problem-body-unreadable = The content could not be read as text in UTF-8.
problem-shape = The content does not have the expected shape: { $detail }
problem-cursor = This must be the “next” of an earlier answer.
problem-idempotency-key = An idempotency key has 1 to 200 printable characters.
problem-idempotency-key-reused = This key was used before with another content. Use a new key for a new request.
refusal-other-site = This came from another website, so it was not done.
