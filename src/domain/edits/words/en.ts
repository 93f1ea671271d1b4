import type { Language } from './language.ts'

export const en: Language = {
  code: 'en',
  common: 'the of and to is was that with for were has have been from by are this which would their',
  negations: `not no never none nobody nothing neither nor without cannot can't won't ain't denies denied deny unable hardly
    scarcely refused refuses failed fails lacks lacked no_longer`,
  negativePrefixes: 'un in im il ir dis non non- mis',
  hedges: `may might could allegedly alleged reportedly apparently apparent possibly possible perhaps probably probable likely unlikely
    seemingly suspected purported purportedly supposedly supposed seems seem seemed appears appear appeared believed
    potentially potential presumed presumably thought_to said_to rumoured rumored roughly approximately would-be arguably
    unconfirmed unverified`,
  attributions: `said says say saying told tells claimed claims stated reported reports announced announces admitted
    admits insisted insists argued argues warned warns confirmed confirms alleged alleges alleging added adds explained explains
    suggested suggests declared declares asserted asserts conceded concedes maintained maintains testified wrote writes tweeted
    acknowledged acknowledges revealed reveals noted`,
  sources: 'according_to sources citing quoting cited',
  months: `january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct
    november|nov december|dec`,
  days: `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun yesterday today
    tomorrow tonight noon midday midnight`,
  time: 'second|seconds|sec|secs minute|minutes|min|mins hour|hours|hr|hrs day|days week|weeks month|months year|years',
  ones: `zero one two three four five six seven eight nine ten eleven twelve|dozen thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty`,
  tens: 'thirty forty|fourty fifty sixty seventy eighty ninety',
  hundreds: '',
  fractions: 'half|halves thirds quarter|quarters fifths',
  ordinals: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
  magnitudes: `hundred:2 thousand:3 million:6 billion:9 trillion:12 hundreds:2 thousands:3 millions:6 billions:9 mn:6 bn:9 tn:12
    lakh:5 lakhs:5 crore:7 crores:7 m:6 k:3`,
  joiners: 'and',
  beforeName: `mr mrs ms miss dr prof professor sir dame lord lady president minister mayor senator chancellor governor judge
    general captain king queen prince princess pope bishop sergeant officer councillor`,
  afterName: ''
}
