nav-assistance = Makers I act for
nav-certificates = Certificates
acts-for = You act for { $maker }.
acts-for-stopped = You no longer act for { $maker }: the consent has ended, or an objection is not settled yet.
acts-for-stop = Stop
agent-of = { $agent } ({ $helper })
acted-for = { $agent } for { $maker }

act-catalogue = Catalogue and profile
act-certificates = Certificates
act-quotes = Quotes and answers to requests
act-agreements = Agreements and deals, with signing them

status-waiting = Waiting
status-given = In force
status-unanswered = Waiting for the maker
status-objected = Objection
status-settled = Settled

consents-title = Who may act for us
consents-lead = Your cluster can keep your catalogue for you if you allow it. You say what, you are told of everything that was done, and you can end it at any time, at once.
consents-none = Nobody acts for you
consents-none-text = Only you and your people can change anything in your workshop.
consent-new = Let somebody act for us
consent-new-lead = Choose who may do what in your name.
consent-helper = Cluster
consent-helper-choose = Choose a cluster
consent-agent = Only this agent
consent-agent-any = Any agent of the cluster
consent-agent-hint = If you name nobody, every agent of the cluster may act.
consent-acts = May do for us
consent-acts-hint = Choose at least one.
consent-ends = Last day
consent-ends-hint = Left empty, it holds until you end it.
consent-never = Whatever you choose, nobody else can change your e-mail address or your password, decide who belongs to your workshop, let others in, or answer for you whether all is well.
consent-give = Allow it
consent-title = Consent
consent-between = { $maker } lets { $helper } act in its name.
consent-since = Since { $date }
consent-until = Until { $date }
consent-paper-open = Open the signed paper
consent-history = What happened
consent-was-given = { $name } gave it on { $date }.
consent-was-handed-in = { $name } handed in the signed paper on { $date }.
consent-was-confirmed = { $name } confirmed the paper on { $date }.
consent-was-refused = { $name } refused the paper on { $date }.
consent-was-withdrawn = { $name } ended it on { $date }.
consent-withdraw = End this consent
consent-withdraw-sure = End it now? Nothing more will be done in your name.

paper-decide = Is the paper right?
paper-decision = Decision
paper-decision-confirmed = Yes, the maker has signed this
paper-decision-refused = No
paper-note = Note
paper-note-hint = The agent reads it. Needed if you refuse.
paper-decide-send = Decide
papers-title = Consents on paper
papers-lead = Agents bring these for makers who have no account of their own. Look at the signed paper, ask the maker if you doubt it, and decide.
papers-none = No papers
papers-own = Consents on paper
papers-own-text = A maker without e-mail can consent on paper. Send a picture of it here; it holds once the maker or an officer of the programme has confirmed it.
paper-new = Hand in a paper
paper-new-lead = Send the paper on which the maker lets you act.
paper-maker = Maker
paper-maker-choose = Choose a maker
paper-maker-hint = The last part of the address of the maker's page.
paper-acts-hint = As they stand on the paper.
paper-file = Signed paper
paper-file-hint = A PDF or a photograph.
paper-send = Hand in

assistance-title = Makers I act for
assistance-lead = These makers let you work in their name. All that you do is marked with your name, and the maker is told of it.
assistance-none = No maker yet
assistance-none-text = A maker lets you act in the own workshop, or on a paper that you hand in here.
assistance-begin = Work for { $maker }
assistance-stopped = Stopped
assistance-stopped-text = The maker has objected to something. You can go on once the maker or an officer has settled it.

done-title = Done for us
done-lead = What others did in your name. Say whether it is right; what you do not answer stays as it is.
done-none = Nothing was done in your name
done-all = See everything
done-heading = Done for { $maker }
done-product-changed = Product changed
done-product-published = Product published
done-product-withdrawn = Product withdrawn
done-collection-changed = Collection changed
done-collection-published = Collection published
done-collection-withdrawn = Collection withdrawn
done-capacity-changed = Calendar changed
done-certificate-changed = Certificate changed
done-maker-profile-changed = Profile changed
done-quote-offered = Quote offered
done-quote-accepted = Quote accepted
done-quote-declined = Quote declined
done-quote-withdrawn = Quote withdrawn
done-agreement-drafted = Agreement drafted
done-agreement-proposed = Agreement proposed
done-agreement-signed = Agreement signed
done-agreement-activated = Agreement in force
done-agreement-ended = Agreement ended
done-agreement-withdrawn = Agreement withdrawn
done-deal-drafted = Deal drafted
done-deal-confirmed = Deal confirmed
done-deal-shipped = Deal shipped
done-deal-delivered = Deal delivered
done-deal-paid = Deal paid
done-deal-cancelled = Deal cancelled
done-other = Something else

digest-answer = Is this right?
digest-answer-label = Your answer
digest-answer-confirmed = Yes, I confirm it
digest-answer-objected = No, I object
digest-reason = What is wrong
digest-reason-hint = Not needed. The agent and the programme's officers read it.
digest-send = Send
digest-was-confirmed = { $name } confirmed it on { $date }.
digest-was-objected = { $name } objected on { $date }.
digest-was-settled = { $name } settled it on { $date }.
objections-title = Objections
objections-lead = Makers who object to what was done in their name. Until one is settled, nobody of that cluster acts for the maker.
objections-none = No objections
objection-settle = Settle it
objection-note = What was agreed
objection-note-hint = The maker and the agent read it. After this the agent may act again.
objection-send = Settled

link-confirm = Yes, I confirm it
link-confirm-text = Is all of this right?
link-object = I object
link-object-text = If you object, nothing more is done in your name until it is settled. An officer of the programme will call on both of you.
link-withdraw = End the consent
link-withdraw-text = Nobody of those who did this may act in your name any more, from now on. What is done already stays.
link-confirmed = Thank you
link-confirmed-text = You have confirmed what was done in your name.
link-objected = Your objection is recorded
link-objected-text = Nothing more is done in your name until it is settled. The agent and the programme's officers know of it.
link-withdrawn = The consent has ended
link-withdrawn-text = Nobody of those acts in your name any more. The cluster knows of it.
link-used = This was answered already
link-used-text = The link was used already, or what it asks has been answered. In your workshop, under “Done for us”, you see how it stands.
link-gone = This link does not work any more
link-gone-text = It is too old, or was never one of ours. Sign in: your workshop has everything under “Done for us”.

notice-consent-given = Done. Both of you get a letter.
notice-consent-decided = Decided.
notice-consent-withdrawn = It has ended. Nobody acts under it any more.
notice-paper-handed-in = Handed in. It holds once it is confirmed.
notice-acting-stopped = You act for yourself again.
notice-digest-answered = Thank you. Your answer is recorded.
notice-objection-settled = Settled. The agent may go on.

problem-consent-acts = Choose at least one of: catalogue, certificates, quotes, agreements.
problem-consent-over = This day is over. Choose today or a later day, or leave it empty.
problem-consent-helper = This must be an approved cluster organisation, by its id or address name.
problem-consent-agent = This must be the id of an agent of that cluster, or be left empty.
problem-consent-paper = Send the signed paper as a PDF or a picture.

refusal-not-owner = Only an owner of the workshop can do this.
refusal-not-assisted = The maker has not let you do this. Stop acting for the maker to do your own things.
refusal-assistance-stopped = You may not act for this maker now: the consent has ended, or an objection is not settled. Nothing was done.
refusal-not-a-session = A token acts for nobody for long: name the maker in the header For-Maker with each request.
refusal-paper-waiting = A paper of this maker waits already to be looked at.
refusal-consent-decided = It has been decided already.
refusal-consent-withdrawn = It has ended already.
refusal-digest-answered = This was answered already.
refusal-link-used = This link was used already.
refusal-objection-settled = This is settled already.

task-answer-digests = { $count ->
    [one] Say whether what was done in your name is right
   *[other] Say whether what was done in your name is right ({ $shown } times)
}
task-own-papers = { $count ->
    [one] A paper says that somebody may act for you: is it right?
   *[other] { $shown } papers say that somebody may act for you: are they right?
}
task-papers = { $count ->
    [one] Look at a consent on paper
   *[other] Look at { $shown } consents on paper
}
task-objections = { $count ->
    [one] Settle a maker's objection
   *[other] Settle { $shown } objections of makers
}
task-stopped = { $count ->
    [one] A maker has objected to what you did
   *[other] { $shown } makers have objected to what you did
}
door-assistance = Makers I act for
door-consents = Who may act for us
door-done = Done for us

letter-consent-maker-subject = { $helper } may act for { $maker }
letter-consent-maker-text = From now on { $helper } may work in the name of { $maker }. You will be told of what is done. You can end this at any time, at once:
letter-consent-maker-button = See it, or end it
letter-consent-helper-subject = { $maker } lets you act in its name
letter-consent-helper-text = { $maker } has consented that { $helper } works in its name. All that you do is marked with your name, and the maker is told of it.
letter-consent-helper-button = See the makers
letter-consent-paper-subject = { $helper } says that it may act for { $maker }
letter-consent-paper-text = { $helper } has sent us a paper on which { $maker } lets it work in its name. If that is right, confirm it; if not, refuse it. Until then it means nothing.
letter-consent-paper-button = See the paper
letter-consent-refused-subject = The paper of { $maker } was refused
letter-consent-refused-text = The paper on which { $maker } lets { $helper } act was not confirmed:
letter-consent-withdrawn-subject = { $maker } has ended its consent
letter-consent-withdrawn-text = { $helper } does not act for { $maker } any more. What was done stays.
letter-assistance-maker-reason = You receive this because you belong to { $maker }.
letter-assistance-helper-reason = You receive this because you are an agent of { $helper }.
letter-digest-subject = Done in the name of { $maker }
letter-digest-text = { $agents } did this for { $maker }:
letter-digest-more = { $count ->
    [one] And one more thing, which the page shows.
   *[other] And { $shown } more things, which the page shows.
}
letter-digest-how = Each of these opens a page that shows everything; only the button there answers. You need not sign in.
letter-digest-confirm = Confirm that all is right
letter-digest-object = Object, because something is wrong
letter-digest-withdraw = Let them act for us no more
letter-digest-reason = You receive this because { $maker } has consented that { $agents } may act in its name.
letter-objected-subject = { $maker } objects to what was done in its name
letter-objected-text = { $maker } objects to something that you did in its name. Until that is settled, nothing more can be done for this maker. Please talk to each other.
letter-objected-reason = You receive this because of a consent between you and { $maker }.
letter-objected-officer-text = { $maker } objects to what { $agents } did in its name. Until that is settled, nothing more is done for this maker. Please settle it with both sides.
letter-objected-officer-button = See the objections
letter-objected-officer-reason = You receive this because you are an officer of the programme.
letter-settled-subject = Settled with { $maker }
letter-settled-text = The objection of { $maker } is settled, and work may go on. What was agreed:
letter-settled-button = See how it stands
