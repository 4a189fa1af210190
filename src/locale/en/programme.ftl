# The programme: results, initiatives, verdicts, indicators.

nav-dashboard = Dashboard
nav-verifications = Verifications

## Overview
programme-title = The programme
programme-lead = Seven countries, fourteen clusters, and what they have achieved: every figure with its source or with the records behind it.
programme-indicators = What has moved so far
programme-indicators-lead = Computed at this moment from records that an officer has verified with evidence.
programme-exports-by-country = Verified exports by country of the makers
programme-countries = Countries and clusters
programme-countries-lead = { $count ->
    [one] One initiative, in which a cluster, its support and its institutions planned and acted together.
   *[other] { $count } initiatives, in each of which a cluster, its support and its institutions planned and acted together.
}
programme-countries-none = No initiatives yet
programme-countries-none-text = They appear as soon as their clusters are in the house.
programme-mapped = Clusters found by the mapping: { $count }
programme-results = Published results
programme-results-lead = What was stated about the first programme. Sources contradict each other, so each figure opens to all that was claimed, and why one claim was adopted.

## Published figures and claims
figures-title = Published figures
figures-lead = What has been stated about the programme, by whom and when.
figures-none = No published figures yet
figures-none-text = They come with the programme’s data.
figure-what = What
figure-adopted = Adopted value
figure-by-place = By place
figure-claims = Claims
figure-unclaimed = Nobody has claimed a value for this figure yet.
figure-claims-explained = A figure may have been stated several times, differently. Every statement stays here; for each place one of them is adopted, with a reason.
claim-record = Record a claim
claim-place = About
claim-whole-programme = The whole programme
claim-place-hint = Choose a country or a cluster, or neither for the whole programme.
claim-value = Value
claim-value-hint = A number with at most two decimals. Unit: { $unit }.
claim-about = about { $value }
claim-over = over { $value }
claim-qualifier = How the source puts it
claim-qualifier-exact = Exactly
claim-qualifier-about = About
claim-qualifier-over = More than
claim-stated-on = Stated
claim-stated-on-hint = As far as it is known: 2016, 2016-05 or 2016-05-31.
claim-basis = The date
claim-basis-stated = stands in the source
claim-basis-estimated = is an estimate
claim-date-estimated = date estimated
claim-source = Source
claim-source-url = Address of the source
claim-note = Note
claim-standing = Standing
claim-adopted = Adopted
claim-adopted-on = Adopted on { $date }.
claim-adopt = Adopt this claim
claim-until-now = Adopted until now
claim-reason = Reason
claim-reason-hint = Why this claim and no other. Everyone can read it.

## Initiatives
initiatives-title = Initiatives
initiatives-lead = Seven to eight months each: selection, diagnosis, action plan, implementation, monitoring.
initiative-title = What it was about
initiative-phase = Phase
initiative-phase-selection = Selection
initiative-phase-diagnosis = Diagnostic study
initiative-phase-action-plan = Vision and action plan
initiative-phase-implementation = Implementation
initiative-phase-monitoring = Monitoring
initiative-text-illustrative = This text is illustrative: it tells how the method applies to the craft, and is no record of what was decided.
initiative-dates = Dates
initiative-dates-indicative = indicative
initiative-results = Published results of this cluster
initiative-today = This cluster today
initiative-today-lead = From verified records of makers whom the cluster has confirmed.

## Indicators
indicators-title = Indicators
indicators-lead = What the programme promised to move, and how far it has come.
indicators-none = No indicators yet
indicator-code = Code
indicator-name = Indicator
indicator-baseline = Baseline
indicator-value = Value today
indicator-target = Target
indicator-share = Of the way to the target
indicator-due = Target for { $date }
indicator-against-targets = Against the targets
indicator-not-computed = not computed yet
indicator-withheld = not shown
indicator-withheld-note = Sums that fewer than three makers stand behind are not shown to the public: they would tell single makers’ sales.
indicator-part = You see a part of the programme; the target is for the whole.
indicator-makers = { $count ->
    [0] no makers yet
    [one] one maker
   *[other] { $count } makers
}
indicator-records = { $count ->
    [0] no verified records yet
    [one] one verified record
   *[other] { $count } verified records
}
indicator-makers-behind = Makers behind it
indicator-assumptions = Assumption:
indicator-by-month = By month
indicator-by-country = By country of the makers
indicator-by-cluster = By cluster (a maker in two clusters stands in both)
indicator-by-year = By year
indicator-month = Month
indicator-year = Year
indicator-record-count = Records
indicator-records-none = Nothing counts yet
indicator-records-none-text = A record counts as soon as an officer has verified it with evidence.
indicator-adds = Adds
indicator-not-counted = Not counted yet
indicator-why-not = Why not
indicator-targets = Targets
target-set = Set a target
target-due-on = By
target-due-on-hint = A day that has a target already gets a new one; the old one stays in the history.
target-basis = Where it comes from
target-basis-published-result = The published result of the first programme
target-basis-illustrative = Illustrative
target-basis-decided = Decided by the programme
target-set-at = Set
target-history = All targets ever set
target-reason = Reason
target-reason-hint = Everyone can read it.
not-counted-waiting = Waits for an officer’s verdict
not-counted-changed = Changed since it was verified
not-counted-revoked = The verdict was revoked
not-counted-not-shipped = Not shipped yet
not-counted-domestic = Stays in its country of origin
not-counted-no-cluster = No cluster has confirmed the maker
not-counted-before-baseline = From before the baseline
not-counted-gone = Cancelled or withdrawn

## Dashboard
dashboard-title = Dashboard
dashboard-lead = Every figure opens to the records behind it.
dashboard-makers-exporting = Makers who export
dashboard-waiting-note = waiting for a verdict
dashboard-exports-by-month = Verified exports by month
dashboard-exports-by-cluster = Verified exports by cluster
dashboard-not-computed = Not computed yet
dashboard-not-computed-text = For these indicators the house keeps definition and targets, but no records yet.
scope-from = From
scope-until = Until
chart-by-country = { $what } by country
chart-by-month = { $what } by month
chart-nothing = Nothing to draw yet.

## Verdicts
verifications-title = Waiting for a verdict
verifications-lead = Shipped deals, signed agreements and published collections that no officer has verified, or that changed since. Nothing counts before.
verifications-count = { $count ->
    [one] One record waits.
   *[other] { $count } records wait.
}
verifications-none = Nothing waits
verifications-none-text = Everything that could count has a verdict.
verifications-given = Verdicts given
verifications-given-lead = All that officers have verified or revoked, newest first.
verifications-given-none = No verdicts yet
verifications-given-none-text = Begin with what waits.
verification-subject = Kind
verification-record = Record
verification-maker = Maker
verification-buyer = Buyer
verification-day = Day
verification-status = Status
verification-why-waiting = Why it waits
verification-verdict = Verdict
verification-decided = Decided
verification-worth = Worth
verification-evidence = Evidence
verification-paper = Open the paper
verification-history = What officers said
verification-history-none = Nobody has looked at it yet.
verification-said-by = { $officer }, { $date }
verification-frozen = Frozen: { $worth }, at { $rate } for one euro, the rate of { $month }.
verification-rate-of = at the rate of { $month }
verification-would-freeze = If you verify it now, { $worth } is frozen, at { $rate } for one euro, the rate of { $month }.
verification-earlier-month = There is no rate for { $month } yet; the latest earlier month is used, and that is kept with the verdict.
verification-give = Your verdict
verification-note = Evidence
verification-note-hint = What you saw: which paper, whose signature, which date. Only officers read it.
verification-file = A paper that shows it
verification-file-hint = PDF, JPEG, PNG or WebP. Only officers can open it.
verification-verify = Verify
verification-revoke = Revoke the verdict
verification-revoke-lead = The verdict stays to be read, and a new entry says that it no longer holds. The figures move at once.
verification-revoke-reason = Why it no longer holds
subject-deal = Export deal
subject-agreement = Agreement
subject-collection = Collection
subject-plural-deal = Export deals
subject-plural-agreement = Agreements
subject-plural-collection = Collections
record-deal = Deal { $number }
record-origin = Origin
record-destination = Destination
record-hash = Hash of the record
record-itself = The record itself
record-open = Open
record-day-deal = Shipped
record-day-agreement = Signed
record-day-collection = Published
record-domestic = This deal stays in its country of origin: it can be verified, but is no export and counts for nothing.
record-standing-verified = Verified
record-standing-waiting = Not verified yet
record-standing-changed = Changed since it was verified
record-standing-revoked = Verdict revoked
record-standing-early = Too early
record-standing-gone = Cancelled or withdrawn
record-standing-long-verified = Verified, and still what was verified: it counts.
record-standing-long-waiting = No officer has verified it yet, so it does not count.
record-standing-long-changed = It was changed after it was verified, so it no longer counts. Look at it again.
record-standing-long-revoked = The verdict was revoked, so it does not count.
record-standing-long-early = It has not come far enough to be verified.
record-standing-long-gone = It was cancelled or withdrawn, so it does not count, whatever the verdict.

## After acting
notice-claim-recorded = The claim is recorded. It counts once it is adopted.
notice-claim-adopted = The claim is adopted.
notice-target-set = The target is set.
notice-verified = Verified. The figures have moved.
notice-verdict-revoked = The verdict is revoked. The figures have moved.

## What is wrong
problem-value-unreadable = Please write a number with at most two decimals, for example 1250 or 12.50.
problem-stated-on = Please write a year, a month or a day: 2016, 2016-05 or 2016-05-31.
problem-claim-place = A claim is about a country or about a cluster, not both.
problem-source-url = This must be a web address that begins with http:// or https://.
problem-target-before-baseline = A target lies after the baseline.
problem-period-backwards = The period ends before it begins.

refusal-claim-adopted = This claim is the adopted one already.
refusal-deal-not-shipped = A deal can be verified once it is shipped.
refusal-verify-cancelled = This deal is cancelled; there is nothing to verify.
refusal-agreement-not-signed = An agreement can be verified once both sides have signed.
refusal-collection-not-published = Only a published collection can be verified.
refusal-verified-already = It is verified already, and has not changed since.
refusal-verdict-not-standing = This verdict does not stand any more; look at the record’s latest one.
refusal-no-rate = There is no exchange rate for this currency in the month of shipment or before, so the deal has no worth in euro.
refusal-period-officers = Only officers may narrow a figure to a period.
