# Clusters, who belongs to them, and makers.

## Clusters
clusters-lead = Makers of one craft in one place, who sell, learn and deliver together.
clusters-all = All
clusters-sector = Sector
clusters-new = New cluster
clusters-none = No clusters yet
clusters-none-text = The programme's clusters will stand here.
clusters-none-filtered = No cluster fits these filters
clusters-edit-lead = What buyers and makers read about the cluster.
clusters-presentation-lead = How your cluster presents itself. Name, country and sector are kept by the programme.
clusters-name = Name
clusters-name-hint = The craft and the place, for example “Art de table of Nabeul”.
clusters-place = Town or region
clusters-crafts = Crafts
clusters-summary = About the cluster
clusters-summary-hint = What the place is known for, and what a buyer finds here. 60 to 90 words read best.
clusters-latitude = Latitude
clusters-longitude = Longitude
clusters-coordinates-hint = Degrees of the town, for example 36.4513 and 10.7357. North and east are positive.
clusters-leader = Leading organisation
clusters-leader-hint = An approved organisation of the kind “cluster”. Its people become the cluster's agents.
clusters-leader-edit-hint = Its people are the cluster's agents. Choose another one to hand the cluster over.
clusters-leader-new = A new one with the cluster's name
sectors-title = Sectors
sectors-lead = The cultural and creative industries, and how many clusters work in each.

## Makers
makers-lead = Workshops, cooperatives and studios that the programme has looked at. Choose a country, a craft or a cluster.
makers-none = No makers yet
makers-none-text = The first workshops are on their way. Is yours one of them?
makers-none-filtered = No maker fits these filters
makers-none-filtered-text = Take one filter away: a neighbouring cluster may know the same craft.

## A maker's profile
profile-title = Our workshop
profile-lead = What buyers read about you. Five minutes are enough, and you can change it at any time.
profile-place = Where you work
profile-place-hint = Town or village; the country we know.
profile-crafts-hint = Buyers find you by these. Tick what you really make.
profile-story = Your story
profile-story-hint = Who you are, how you learned the craft, what is special about your pieces. Write as you would tell it to a guest.
profile-founded = Year of foundation
profile-people = People at work
profile-people-hint = Everyone who makes, with those who work at home.
profile-capacity = Pieces a week
profile-capacity-hint = What you can deliver in a normal week, over all products. A careful number wins trust.
profile-exports = We may export ourselves
profile-exports-hint = If not, no harm: another company stands in the papers as exporter.
profile-incoterms = Delivery rules we serve abroad
profile-incoterms-hint = Incoterms 2020, where you export yourselves. Tick none to leave it open.
profile-currency = Currency of your prices
profile-currency-hint = New products begin with it.
profile-order-minimum = Smallest order
profile-order-minimum-hint = What an order must come to at least, over all products. Empty: any order will do.

## Belonging to a cluster
membership-requested = Waiting for an answer
membership-confirmed = Member
membership-refused = Refused
membership-left = Ended
membership-decision-confirmed = Confirm the membership
membership-decision-refused = Refuse the request
membership-decision-ended = End the membership
memberships-mine = Our clusters
memberships-mine-lead = Buyers trust a maker whom neighbours vouch for. A cluster confirms its members itself.
memberships-mine-none = You belong to no cluster yet
memberships-mine-none-text = Ask the cluster of your town or your craft. It answers by letter.
memberships-ask = Ask to join
memberships-ask-hint = The cluster reads your profile before it answers.
memberships-ask-send = Ask to join
memberships-take-back = Take the request back
memberships-leave = Leave the cluster
memberships-leave-sure = Leave this cluster? You would have to ask again.
memberships-title = Members and requests
memberships-lead = Who asks to join, and who belongs. Only confirmed members are counted.
memberships-standing = Standing
memberships-asked-on = Asked on
memberships-decided-on = Decided on
memberships-look = Look
memberships-none = Nobody here
memberships-none-waiting = Nobody waits for an answer
memberships-none-text = When a maker asks to join, you get a letter and see the request here.
memberships-see-confirmed = See the members
memberships-maker-waits = Not yet approved by the programme
memberships-not-approved = The programme has not approved this maker yet. You can confirm now; the maker is counted and shown once it is approved.
memberships-no-profile = This maker has not written a profile yet.
memberships-see-maker = See the maker's page
memberships-decide = Decide
memberships-decision = Decision
memberships-note = Reason
memberships-note-hint = The maker reads it in a letter. Needed to refuse and to end.

notice-cluster-created = The cluster stands in the house.
notice-cluster-saved = Saved.
notice-profile-saved = Saved. This is how others see you.
notice-membership-asked = Your request is on its way. The cluster answers by letter.
notice-membership-left = Done. The cluster has been told.
notice-membership-decided = Decided. A letter is on its way to the maker.

problem-craft-missing = Please choose at least one craft.
problem-coordinate = This must be a number of degrees between -{ $most } and { $most }.
problem-coordinate-alone = Latitude and longitude go together.
problem-cluster-organisation = This must be the address name of an approved cluster organisation.
problem-cluster-organisation-taken = This organisation leads another cluster already.
problem-cluster-unknown = Please choose one of the clusters.
problem-membership-reason = Please give the reason; the maker will read it.

refusal-not-any-maker = This is for makers.
refusal-not-your-cluster = This is for the agents of this cluster.
refusal-not-your-workshop = You can only change your own profile.
refusal-membership-waiting = Your request waits for an answer already.
refusal-membership-already = The membership is confirmed already.
refusal-membership-over = This request or membership has ended already.
refusal-membership-not-yet = This request can be confirmed or refused; there is no membership to end yet.
refusal-membership-too-soon = The cluster refused not long ago. You can ask again 30 days after the refusal.

letter-membership-asked-subject = { $maker } asks to join { $cluster }
letter-membership-asked-text = { $maker } would like to belong to { $cluster }. Please look at the workshop and decide.
letter-membership-asked-button = Look and decide
letter-membership-left-subject = { $maker } no longer belongs to { $cluster }
letter-membership-left-text = { $maker } has left { $cluster }, or has taken the request back.
letter-membership-left-button = See the members
letter-membership-agent-reason = You receive this because you are an agent of { $cluster }.
letter-membership-confirmed-subject = { $maker } belongs to { $cluster }
letter-membership-confirmed-text = { $cluster } has confirmed { $maker } as a member. Your page now carries its tick.
letter-membership-refused-subject = { $cluster } has answered { $maker }
letter-membership-refused-text = { $cluster } could not take { $maker } as a member. The cluster wrote:
letter-membership-ended-subject = { $maker } and { $cluster }
letter-membership-ended-text = { $cluster } has ended the membership of { $maker }. The cluster wrote:
letter-membership-maker-button = See our clusters
letter-membership-maker-reason = You receive this because you belong to { $maker }.
