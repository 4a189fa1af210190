# The front page, the pages of one maker and one cluster, and a person's day.

home-title = Made by hand, agreed in the courtyard
home-lead = Find the workshop for what you have in mind: plates from Nabeul, lamps from Marrakesh, leather from Cairo. See why it fits, ask for a quote, sign.
home-post-request = Tell us what you are looking for
home-to-desk = Go to my day
home-collections = New collections
home-products = New from the workshops
home-clusters = Clusters, country by country
home-clusters-lead = Makers of one craft in one place. Each cluster knows its members, and confirms them.
home-make-title = You make
home-make-text = Show your work in your own language, from a spreadsheet or with the pictures on your phone. No fee, and your prices are seen only by buyers whom the programme has verified.
home-make-go = Show my work
home-buy-title = You buy
home-buy-text = Describe what you need. The house names the workshops that fit, says why, and says what would have to change for those that nearly do.
home-buy-go = Join as a buyer

maker-not-public = The programme has yet to approve this maker. Until then the public does not see this page.
maker-member-of = Confirmed by
maker-edit-profile = Edit our profile
maker-ask = Ask for what you need
maker-exports = Export
maker-exports-itself = Exports itself
maker-exports-through = Through an exporter of record
maker-website = Website
maker-currency = Price list in
maker-nothing = Nothing on show yet
maker-nothing-text = This workshop has not published its products yet.
maker-nothing-own = Your shelves are empty
maker-nothing-own-text = What you publish stands here for buyers to find.

cluster-members = Confirmed members
cluster-coordinates = On the map
cluster-no-members = No confirmed members yet
cluster-no-members-text = Makers ask to join, and the cluster confirms them one by one.

desk-title = Good day, { $name }
desk-waiting = Waiting for you
desk-next-steps = Good next steps
desk-doors = Your doors
desk-nothing = Nothing waits for you
desk-nothing-text = When somebody needs an answer from you, it stands here, and you get a letter.
desk-pending = An officer of the programme has yet to look at your organisation. You will get a letter.
desk-pending-maker = An officer of the programme has yet to look at your workshop. You can prepare everything now; it can be published once you are approved. You will get a letter.
desk-pending-buyer = An officer of the programme has yet to verify your company. Until then wholesale prices stay hidden. You will get a letter.
desk-refused = The programme could not approve your organisation.
desk-suspended = Your organisation is suspended for now.

task-answer-quotes = { $count ->
    [one] One offer waits for your answer
   *[other] { $shown } offers wait for your answer
}
task-sign-agreements = { $count ->
    [one] One agreement waits for your signature
   *[other] { $shown } agreements wait for your signature
}
task-confirm-deals = { $count ->
    [one] One order waits for your confirmation
   *[other] { $shown } orders wait for your confirmation
}
task-ship-deals = { $count ->
    [one] One confirmed order is to be shipped
   *[other] { $shown } confirmed orders are to be shipped
}
task-receive-deals = { $count ->
    [one] One order is on its way: say when it has arrived
   *[other] { $shown } orders are on their way: say when they have arrived
}
task-opportunities = { $count ->
    [one] One sourcing request fits your products
   *[other] { $shown } sourcing requests fit your products
}
task-verdicts = { $count ->
    [one] One record waits for your verdict
   *[other] { $shown } records wait for your verdict
}
task-write-profile = Write your profile: buyers want to know who makes the pieces
task-first-product = Show your first product
task-drafts = { $count ->
    [one] One draft waits to be finished
   *[other] { $shown } drafts wait to be finished
}
task-join-cluster = Ask your cluster to confirm you
task-requests = { $count ->
    [one] One maker asks to join your cluster
   *[other] { $shown } makers ask to join your cluster
}
task-no-cluster = The programme will say which cluster you lead. Until then, look around.
task-first-request = Post your first sourcing request
task-browse = See what is new in the workshops
task-approve-makers = { $count ->
    [one] One maker waits for approval
   *[other] { $shown } makers wait for approval
}
task-verify-buyers = { $count ->
    [one] One buyer waits to be verified
   *[other] { $shown } buyers wait to be verified
}
task-approve-clusters = { $count ->
    [one] One cluster organisation waits for approval
   *[other] { $shown } cluster organisations wait for approval
}
task-approve-institutions = { $count ->
    [one] One institution waits for approval
   *[other] { $shown } institutions wait for approval
}
task-all-requests = { $count ->
    [one] One maker waits for the answer of a cluster
   *[other] { $shown } makers wait for the answer of a cluster
}

door-quotes = Quotes
door-requests = Our sourcing requests
door-dashboard = Dashboard of the programme
door-workshop = Collections and products
door-profile = Our profile
door-own-clusters = Our clusters
door-own-page = Our page, as buyers see it
door-members = Members
door-presentation = How we present ourselves
door-own-cluster = Our cluster's page
door-makers = Makers
door-clusters = Clusters
door-collections = Collections
door-organisations = Organisations
door-memberships = Members and requests of all clusters
door-new-cluster = New cluster
door-programme = Programme
