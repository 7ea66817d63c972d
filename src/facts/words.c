/*
 * The words that tell a name from a title, a company, a date and plain talk, as
 * one sorted table.  Behind the slash stand the letters of what a word can be:
 *
 *	h  head of a job title (manager)	n  honorific (Mrs)
 *	a  title as an abbreviation (CTO)	p  particle inside a name (van)
 *	f  field of work in a title (sales)	s  suffix of a name (Jr)
 *	m  rank in a title (senior)		d  day, month or season
 *	o  end of a company's name (GmbH)	c  plain talk, never a name
 *	u  a surname or first name all the same (West, Jan)
 *
 * Sorted by bytes up to the slash; the unit test checks it.
 */
#include "facts/words.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/eight.h"

/* clang-format off */
static const char *const table[] = {
	"'n/p", "'t/p", "./s", "a/c", "ab/o", "about/c", "above/c",
	"absolutely/c", "abu/p", "academic/f", "academy/o", "accept/c",
	"account/f", "accountant/h", "accounting/f", "accounts/f",
	"acquisition/f", "acquisitions/f", "across/c", "acting/m", "actually/c",
	"actuarial/f", "add/c", "added/c", "address/c", "admin/f",
	"administration/f", "administrator/h", "admissions/f", "advertising/f",
	"adviser/h", "advisor/h", "advocate/h", "ae/a", "af/p", "after/c",
	"afternoon/c", "afterwards/c", "ag/o", "again/c", "against/c",
	"agency/o", "agenda/c", "agent/h", "ago/c", "ai/f", "airlines/o",
	"airport/o", "airways/o", "al/p", "all/c", "almost/c", "along/c",
	"already/c", "also/c", "although/c", "always/c", "am/c", "amazon/c",
	"america/c", "american/c", "among/c", "an/cu", "analyst/h",
	"analytics/fo", "and/c", "angeles/c", "anonymous/c", "another/c",
	"answer/c", "any/c", "anybody/c", "anyone/c", "anything/c", "anyway/c",
	"ap/p", "apart/c", "apparently/c", "application/fc", "applications/f",
	"applied/c", "apply/c", "apprentice/h", "apr/d", "april/du",
	"architect/h", "are/c", "around/c", "arrange/c", "art/fu", "artist/h",
	"as/c", "ask/c", "asked/c", "asking/c", "assistant/hm", "associate/hm",
	"associates/o", "association/o", "at/c", "attended/c", "attendees/c",
	"attorney/h", "audit/f", "auditor/h", "aug/d", "august/du",
	"authority/o", "automation/f", "autumn/du", "av/p", "avenue/c", "avp/a",
	"award/c", "awards/c", "away/c", "awesome/c", "aws/c", "azure/c",
	"back/c", "back-end/f", "backend/f", "background/c", "bad/c",
	"bakery/o", "bank/o", "banking/f", "bar/o", "barely/c", "based/c",
	"bat/p", "bdr/a", "be/c", "became/c", "because/c", "been/c", "before/c",
	"began/c", "behind/c", "being/c", "below/c", "ben/p", "benefits/f",
	"berlin/c", "beside/c", "besides/c", "best/cu", "better/c", "between/c",
	"bhd/o", "bi/f", "big/c", "big-picture/c", "billing/f", "bin/p",
	"bint/p", "biologics/o", "bishop/nu", "board/o", "book/cu",
	"bookkeeper/h", "bootcamp/c", "boss/c", "boston/c", "both/c",
	"brand/fu", "bring/c", "broker/h", "brother/nu", "brothers/o", "bsc/s",
	"build/c", "building/c", "bunch/c", "bureau/o", "business/f", "but/c",
	"buy/c", "buyer/h", "bv/o", "bvba/o", "by/c", "bye/c", "cabs/o",
	"cafe/o", "café/o", "calendly/c", "california/c", "call/c", "called/c",
	"calling/c", "calls/c", "came/c", "campaign/f", "can/c", "can't/c",
	"cancel/c", "candidate/c", "candidates/c", "cannot/c", "capital/o",
	"capt/n", "captain/nu", "care/f", "carer/h", "caseworker/h", "catch/c",
	"category/f", "cco/a", "cdo/a", "center/o", "centre/o", "ceo/a",
	"certificate/c", "certified/m", "cfo/a", "chain/f", "chair/h",
	"chairman/h", "chairperson/h", "chairwoman/h", "chancellor/h",
	"channel/f", "chartered/m", "chase/cu", "chasing/c", "cheers/c",
	"chef/hn", "chief/hmu", "christmas/d", "chro/a", "church/ou",
	"cinema/o", "cio/a", "ciso/a", "city/o", "claims/f", "clarify/c",
	"clean/c", "clear/c", "clearly/c", "clerk/hu", "client/f", "clinic/o",
	"clinical/f", "clinician/h", "cllr/n", "cloud/f", "club/o", "cmo/a",
	"co/f", "co-founder/h", "co-op/o", "co-operative/o", "coach/hn",
	"cofondateur/h", "cofounder/h", "col/n", "colleague/c", "college/o",
	"come/c", "coming/c", "commerce/f", "commercial/f", "commission/o",
	"commissioner/h", "committee/o", "communications/f", "community/f",
	"companies/c", "company/oc", "compensation/f", "complete/c",
	"compliance/f", "conductor/h", "conference/c", "confirm/c",
	"congratulations/c", "connect/c", "conservatory/o", "consulate/o",
	"consultant/h", "consulting/o", "contact/c", "contacts/c", "content/f",
	"controller/h", "controlling/f", "coo/a", "cooperative/o",
	"coordinator/h", "copywriter/h", "cordially/c", "corp/o",
	"corporate/fm", "corporation/o", "costing/f", "could/c", "couldn't/c",
	"council/o", "councillor/n", "councilor/n", "counsel/h", "counsellor/h",
	"counselor/h", "county/o", "course/c", "cover/c", "cpa/s", "cpo/a",
	"create/c", "creative/f", "credit/fo", "crew/c", "cro/a", "csm/a",
	"cso/a", "cto/a", "culture/fc", "curator/h", "current/c", "currently/c",
	"curriculum/f", "customer/f", "cv/c", "cyber/f", "cybersecurity/f",
	"da/p", "dairy/o", "dal/p", "dall'/p", "dame/n", "das/p", "data/f",
	"date/c", "day/cu", "days/c", "de/p", "deadline/c", "dean/hu", "dear/c",
	"dec/d", "december/d", "decent/c", "decided/c", "decision/c",
	"decline/c", "degli/p", "degree/c", "dei/p", "del/p", "delivery/f",
	"della/p", "dem/p", "demonstrator/h", "den/p", "dentist/h",
	"department/mo", "departmental/m", "deputy/hm", "der/p", "des/p",
	"design/f", "designer/h", "desk/f", "despite/c", "details/c",
	"developer/h", "development/f", "devops/f", "di/p", "did/c", "didn't/c",
	"digital/f", "diner/o", "diploma/c", "directeur/h", "director/h",
	"directrice/h", "discuss/c", "discussed/c", "dispatcher/h",
	"distribution/f", "district/m", "division/m", "divisional/m", "do/pcu",
	"docker/c", "doctor/h", "does/c", "doesn't/c", "doing/c", "don't/c",
	"done/c", "dos/p", "down/c", "dphil/s", "dr/n", "draft/c", "dress/c",
	"driver/hu", "drop/c", "du/p", "due/c", "during/c", "dutch/c",
	"dynamics/o", "e-commerce/f", "e-mail/c", "each/c", "early/cu",
	"east/mu", "easter/d", "eastern/m", "easy/c", "ecommerce/f",
	"economist/h", "editor/h", "editorial/f", "education/f", "eight/c",
	"either/c", "el/p", "electrician/h", "electronics/o", "else/c", "em/a",
	"email/c", "emailed/c", "emailing/c", "emails/c", "embassy/o",
	"employee/h", "enablement/f", "end/c", "ended/c", "energy/f",
	"engineer/h", "engineering/f", "england/c", "enjoyed/c", "enough/c",
	"enterprise/f", "enterprises/o", "entwickler/h", "entwicklerin/h",
	"environment/f", "esq/s", "estates/fo", "estimator/h", "etc/c", "eu/o",
	"europe/c", "european/mc", "evangelist/h", "even/c", "evening/c",
	"event/f", "events/f", "every/c", "everybody/c", "everyone/c",
	"everything/c", "evp/a", "exactly/c", "examiner/h", "excel/c",
	"except/c", "executive/hm", "expect/c", "experience/f", "expert/h",
	"explain/c", "explained/c", "external/m", "facilitator/h",
	"facilities/f", "faculty/o", "farms/o", "father/n", "fax/c", "feb/d",
	"february/d", "federation/o", "feedback/c", "feels/c", "fellow/hu",
	"felt/c", "ferries/o", "few/c", "field/mu", "figma/c", "final/c",
	"finally/c", "finance/f", "financial/f", "find/c", "fine/c", "finish/c",
	"finished/c", "firm/o", "first/mc", "five/c", "fix/c", "fleet/f",
	"floor/c", "folks/c", "follow/c", "followed/c", "following/c", "food/f",
	"foods/o", "for/c", "forecasting/f", "foreman/h", "forgot/c", "form/c",
	"forward/c", "found/c", "foundation/o", "founder/h", "four/c", "fr/n",
	"france/c", "frau/n", "fraud/f", "freelance/m", "freight/o", "fri/d",
	"friday/d", "friend/c", "friendly/c", "from/c", "front-end/f",
	"frontend/f", "fräulein/n", "fulfillment/f", "fulfilment/f", "full/mc",
	"full-stack/f", "fullstack/f", "fun/c", "fundraising/f", "further/c",
	"fyi/c", "gallery/o", "garage/o", "gave/c", "general/mn",
	"generalist/h", "gerente/h", "germany/c", "geschäftsführer/h",
	"geschäftsführerin/h", "get/c", "gets/c", "getting/c", "github/c",
	"give/c", "given/c", "gives/c", "global/m", "gm/a", "gmbh/o", "go/c",
	"goes/c", "going/c", "gone/c", "good/cu", "google/c", "got/c",
	"grant/cu", "great/c", "greetings/c", "grill/o", "group/mo", "growth/f",
	"guess/c", "guild/o", "guys/c", "gym/o", "had/c", "half/c",
	"halloween/d", "hamburg/c", "hand/c", "handler/h", "hard/c",
	"hardware/f", "has/c", "hasn't/c", "have/c", "haven't/c", "having/c",
	"he/cu", "he's/c", "head/hu", "headhunter/h", "headmaster/h",
	"headmistress/h", "headquarters/c", "headteacher/h", "health/fo",
	"healthcare/o", "heard/c", "hello/c", "help/c", "helpdesk/o", "her/c",
	"here/c", "herr/n", "hers/c", "hey/c", "hi/c", "him/c", "himself/c",
	"hiring/mf", "hiring-manager/h", "his/c", "hiya/c", "hm/c", "holding/o",
	"holdings/o", "home/c", "hon/n", "hope/cu", "hopefully/c", "hospital/o",
	"hostel/o", "hotel/o", "hotels/o", "hotline/o", "housing/o", "how/c",
	"however/c", "hq/c", "hr/a", "hrbp/a", "human/f", "hygiene/f",
	"hygienist/h", "i/c", "i'd/c", "i'll/c", "i'm/c", "i've/c", "ibn/p",
	"if/c", "ii/s", "iii/s", "illustrator/h", "imam/n", "implementation/f",
	"impressed/c", "improve/c", "in/c", "inc/o", "incorporated/o",
	"indeed/c", "independent/m", "industrial/f", "industries/o",
	"information/fc", "infrastructure/f", "ingenieur/h", "ingenieurin/h",
	"inn/o", "innovation/f", "inside/fc", "insights/f", "inspector/h",
	"instead/c", "institute/o", "instructor/h", "instruments/o",
	"insurance/fo", "integration/f", "intelligence/f", "interested/c",
	"interesting/c", "interim/m", "intern/h", "internal/m",
	"international/m", "interview/c", "interviewed/c", "interviewer/hc",
	"interviewers/c", "interviewing/f", "interviews/c", "into/c",
	"introduce/c", "introduced/c", "introduction/c", "inventory/f",
	"investigator/h", "investment/f", "investor/f", "invite/c", "ireland/c",
	"irish/c", "is/c", "isn't/c", "it/fc", "it's/c", "itinerary/c", "its/c",
	"itself/c", "iv/s", "jan/du", "january/d", "java/c", "javascript/c",
	"job/c", "joined/c", "joint/m", "journalist/h", "jr/s", "judge/nu",
	"jul/d", "july/d", "jun/d", "june/du", "junior/mu", "just/c", "keep/c",
	"kept/c", "key/fcu", "kg/o", "kgaa/o", "kind/c", "kitchen/f", "knew/c",
	"know/c", "knows/c", "kubernetes/c", "la/p", "lab/f", "laboratories/o",
	"laboratory/f", "labs/o", "lady/n", "las/p", "last/c", "late/c",
	"later/c", "lawyer/h", "le/p", "lead/hm", "leader/hu", "learn/c",
	"learning/f", "least/c", "leave/c", "lecturer/h", "left/c", "legal/f",
	"leiter/h", "leiterin/h", "lending/f", "les/p", "less/c", "let/c",
	"let's/c", "letter/c", "lettings/f", "liaison/h", "librarian/h",
	"library/fo", "lieutenant/n", "lifecycle/f", "like/c", "liked/c",
	"likely/c", "limited/o", "linkedin/c", "links/c", "linux/c", "list/c",
	"little/cu", "llc/o", "llp/o", "lo/p", "loans/f", "lobby/c",
	"location/c", "logistics/foc", "long/cu", "look/c", "looked/c",
	"looking/c", "looks/c", "lord/n", "los/p", "lot/c", "lots/c", "loved/c",
	"lt/n", "ltd/o", "lunch/c", "mac/p", "machine/f", "machinist/h",
	"madam/n", "madame/n", "made/c", "mail/c", "main/c", "maintainer/h",
	"maintenance/f", "maj/n", "major/nu", "make/c", "makes/c", "mall/o",
	"management/f", "manager/h", "manageress/h", "managerin/h",
	"managing/m", "manufacturing/f", "many/c", "mar/d", "march/d",
	"market/o", "marketer/h", "marketing/f", "matron/hn", "may/du",
	"maybe/c", "mba/s", "mc/p", "md/as", "me/c", "mean/c", "mechanic/h",
	"mechanical/f", "media/f", "medical/f", "meet/c", "meeting/c",
	"meetings/c", "meetup/c", "membership/f", "mention/c", "mentioned/c",
	"mentor/h", "merchandiser/h", "merchandising/f", "message/c",
	"messaged/c", "met/c", "microsoft/c", "mid-market/f", "midwife/h",
	"might/c", "mills/ou", "mine/c", "ministry/o", "miss/n", "mlle/n",
	"mme/n", "mobile/fc", "mock/c", "moderator/h", "mon/d", "monday/d",
	"monday's/c", "monsieur/n", "more/c", "morning/c", "most/c", "mostly/c",
	"motors/o", "moved/c", "mr/n", "mrs/n", "ms/n", "msc/s", "much/c",
	"multiple/c", "munich/c", "museum/o", "must/c", "mx/n", "my/cu",
	"myself/c", "münchen/c", "na/c", "name/c", "named/c", "names/c",
	"national/m", "nearly/c", "need/c", "needs/c", "negotiate/c",
	"neither/c", "network/f", "networks/o", "never/c", "new/cu", "news/f",
	"next/c", "nhs/o", "ni/p", "nic/p", "nice/c", "nine/c", "no/c",
	"nobody/c", "none/c", "nope/c", "nor/c", "north/mu", "northern/m",
	"not/c", "note/c", "noted/c", "notes/c", "nothing/c", "nov/d",
	"november/d", "now/c", "number/c", "nurse/hn", "nursing/f", "nv/o",
	"ní/p", "o/p", "obviously/c", "oct/d", "october/d", "of/c", "off/c",
	"offer/c", "offered/c", "office/f", "officer/h", "often/c", "ok/c",
	"okay/c", "old/c", "on/c", "onboarding/f", "once/c", "one/c", "only/c",
	"onto/c", "open/c", "opening/c", "operations/f", "operator/h", "ops/f",
	"or/c", "orchestra/o", "order/c", "organise/c", "organiser/h",
	"organize/c", "organizer/h", "other/c", "others/c", "otherwise/c",
	"our/c", "out/c", "outcome/c", "outfitters/o", "outgoing/m",
	"outreach/f", "over/c", "overall/c", "overview/c", "own/c", "owner/h",
	"oy/o", "packaging/f", "page/cu", "palace/o", "panel/cf", "paralegal/h",
	"paramedic/h", "part/c", "participants/c", "partner/hu", "partners/o",
	"partnership/f", "partnerships/f", "past/c", "pastor/n",
	"pathologist/h", "payments/f", "payroll/f", "pe/s", "people/fc",
	"performance/f", "perhaps/c", "person/c", "personaler/h",
	"personalerin/h", "personalreferent/h", "personalreferentin/h",
	"personnel/f", "pharma/o", "pharmaceuticals/o", "pharmacist/h",
	"pharmacy/o", "phd/s", "phone/c", "phoned/c", "photographer/h",
	"physician/h", "physicist/h", "physics/f", "physiotherapist/h",
	"pick/c", "picked/c", "ping/c", "pizzeria/o", "place/c", "plan/c",
	"planner/h", "planning/f", "plant/f", "platform/f", "platz/c",
	"played/c", "plaza/o", "plc/o", "please/c", "plus/c", "pm/a", "po/a",
	"podcast/c", "point/c", "policy/f", "polish/c", "polytechnic/o",
	"portfolio/f", "position/c", "post/c", "postdoc/h", "powerpoint/c",
	"practice/c", "practise/c", "practitioner/h", "pre-sales/f", "prep/c",
	"prepare/c", "prepared/c", "presales/f", "president/h", "press/o",
	"pretty/c", "price/cu", "pricing/f", "principal/m", "print/c",
	"prize/c", "probably/c", "process/fc", "procurement/f", "producer/h",
	"product/f", "production/f", "prof/n", "professional/fm",
	"professor/hn", "program/f", "programme/f", "programmer/h", "project/f",
	"projects/f", "promised/c", "properties/o", "property/f", "provost/h",
	"ps/c", "psychologist/h", "pty/o", "pub/o", "public/f", "publishing/f",
	"purchasing/f", "python/c", "q/c", "qa/a", "quality/f", "question/c",
	"questions/c", "quick/c", "quiet/c", "quite/c", "rabbi/n",
	"radiographer/h", "rail/o", "railway/o", "railways/o", "rather/c",
	"reach/c", "react/c", "read/cu", "ready/c", "really/c", "receiving/f",
	"reception/c", "receptionist/h", "recommend/c", "recruiter/h",
	"recruiterin/h", "recruiters/c", "recruiting/foc", "recruitment/fo",
	"ref/c", "referee/h", "regards/c", "regional/m", "registrar/h",
	"rehearse/c", "rejected/c", "rejection/c", "relations/f",
	"relationship/f", "relationships/f", "reliability/f", "remind/c",
	"reminder/c", "rentals/o", "rep/h", "reply/c", "reporting/f",
	"representative/h", "reschedule/c", "research/fc", "researcher/h",
	"resources/f", "respond/c", "responsable/h", "restaurant/o", "result/c",
	"results/c", "resume/c", "retail/f", "retired/m", "rev/n", "revenue/f",
	"reverend/n", "review/c", "right/c", "ring/cu", "risk/f", "rn/s",
	"road/c", "robotics/o", "role/c", "room/c", "round/c", "sa/o",
	"safety/f", "said/c", "salary/c", "sales/f", "salesforce/c",
	"salesman/h", "salesperson/h", "saleswoman/h", "salon/o", "same/c",
	"sarl/o", "sat/d", "saturday/d", "saw/c", "say/c", "says/c",
	"schedule/c", "scholarship/c", "school/o", "schoolteacher/h",
	"science/f", "scientist/h", "screen/c", "sdr/a", "se/o", "seattle/c",
	"second/mc", "secretary/h", "section/c", "security/f", "see/c",
	"seemed/c", "seems/c", "send/c", "sending/c", "senior/m", "sensei/n",
	"sent/c", "sep/d", "sept/d", "september/d", "sergeant/n", "service/f",
	"services/fo", "set/c", "seven/c", "several/c", "señor/n", "señora/n",
	"señorita/n", "sgt/n", "shall/c", "share/c", "she/c", "she's/c",
	"sheikh/n", "shift/m", "shipping/f", "shop/fo", "should/c", "showed/c",
	"signor/n", "signora/n", "since/c", "sincerely/c", "sir/n", "sister/nu",
	"site/f", "six/c", "skype/c", "slack/c", "slot/c", "small/c", "so/cu",
	"social/f", "society/o", "software/fo", "solicitor/h", "solutions/fo",
	"some/c", "somebody/c", "someone/c", "something/c", "sometimes/c",
	"sons/o", "soon/c", "sorry/c", "sourcer/h", "sourcing/f", "south/m",
	"southern/m", "spa/o", "spanish/c", "speak/c", "specialist/h",
	"spent/c", "spoke/c", "spoken/c", "spring/d", "sql/c", "square/c",
	"sr/mns", "sra/n", "sre/a", "sri/n", "srta/n", "stack/f", "staff/m",
	"staffing/fo", "stage/c", "start/c", "started/c", "station/o",
	"statistician/h", "status/c", "steward/hu", "stiftung/o", "still/c",
	"stock/fu", "stop/c", "store/f", "stores/o", "strasse/c", "strategic/f",
	"strategist/h", "strategy/f", "straße/c", "street/c", "strong/c",
	"studio/f", "studios/o", "study/c", "submit/c", "success/f", "such/c",
	"suggested/c", "summary/c", "summer/du", "summit/c", "sun/du",
	"sunday/d", "superintendent/h", "supervisor/h", "supply/f", "support/f",
	"sure/c", "surgeon/h", "surveyor/h", "sustainability/f", "svp/a",
	"swe/a", "switchboard/o", "system/f", "systems/fo", "ta/a", "take/c",
	"takeaway/c", "takeaways/c", "taken/c", "takes/c", "talent/f", "talk/c",
	"talked/c", "talking/c", "tavern/o", "tax/f", "taxi/o", "taxis/o",
	"tba/c", "tbc/c", "tbd/c", "te/p", "teacher/h", "teaching/f",
	"team/moc", "teamlead/h", "teamleiter/h", "teamleiterin/h", "teams/c",
	"tech/f", "technical/f", "technician/h", "technologies/o",
	"technologist/h", "technology/f", "tel/c", "telephone/c", "tell/c",
	"teller/h", "telling/c", "tells/c", "temporary/m", "ten/pc", "ter/p",
	"test/f", "testing/f", "texas/c", "text/c", "than/c", "thank/c",
	"thanked/c", "thanking/c", "thanks/c", "thanksgiving/d", "that/c",
	"that's/c", "the/c", "theater/o", "theatre/o", "their/c", "them/c",
	"themselves/c", "then/c", "therapist/h", "there/c", "there's/c",
	"these/c", "they/c", "they're/c", "they've/c", "thing/c", "things/c",
	"think/c", "third/c", "this/c", "those/c", "though/c", "thought/c",
	"three/c", "through/c", "throughout/c", "thu/d", "thur/d", "thurs/d",
	"thursday/d", "thus/c", "till/c", "time/c", "times/c", "tips/c",
	"title/c", "tl/a", "to/c", "to-do/c", "today/d", "todo/c", "together/c",
	"told/c", "tomorrow/d", "tonight/c", "too/c", "took/c", "topics/c",
	"tot/p", "total/c", "tours/o", "towards/c", "tower/c", "tpm/a",
	"trader/h", "trading/f", "traffic/f", "trainee/h", "trainer/hu",
	"training/f", "translator/h", "travel/c", "treasurer/h", "treasury/f",
	"tried/c", "true/c", "trust/o", "try/c", "tue/d", "tues/d", "tuesday/d",
	"turned/c", "tutor/h", "two/c", "type/c", "typescript/c", "ua/p",
	"ugh/c", "ui/a", "uk/c", "unclear/c", "under/c", "underwriter/h",
	"unfortunately/c", "union/o", "unit/o", "university/o", "universität/o",
	"unknown/c", "until/c", "up/c", "update/c", "upon/c", "us/c", "usa/c",
	"use/c", "used/c", "user/f", "usually/c", "ux/a", "uí/p", "valuation/f",
	"van/p", "vande/p", "vander/p", "various/c", "vendor/f", "ventures/o",
	"verlag/o", "very/c", "vet/h", "veterinarian/h", "vice/m", "video/fc",
	"vienna/c", "visit/c", "visual/f", "vom/p", "von/p", "vp/a", "vs/c",
	"wait/c", "waiting/c", "walked/c", "want/c", "wanted/c", "wants/c",
	"ward/fu", "warden/h", "warehouse/f", "warm/c", "warmly/c", "was/c",
	"wasn't/c", "watch/c", "way/c", "we/c", "we'd/c", "we'll/c", "we're/c",
	"we've/c", "web/f", "website/c", "wed/d", "wednesday/d", "week/c",
	"weeks/c", "welcome/c", "welder/h", "well/c", "wellbeing/f", "went/c",
	"were/c", "weren't/c", "west/mu", "western/m", "what/c", "what's/c",
	"whatever/c", "when/c", "where/c", "whether/c", "which/c", "while/c",
	"who/c", "whoever/c", "whole/c", "wholesale/f", "whom/c", "whose/c",
	"why/c", "winter/d", "with/c", "within/c", "without/c", "won't/c",
	"wondered/c", "word/c", "words/c", "work/c", "worked/c", "worker/hu",
	"workforce/f", "working/c", "workplace/f", "works/oc", "would/c",
	"wouldn't/c", "write/c", "writer/hu", "writing/c", "wrote/c", "y/p",
	"year/c", "years/c", "yes/c", "yesterday/d", "yet/c", "you/cu",
	"you'll/c", "you're/c", "your/c", "yours/c", "yourself/c", "zoo/o",
	"zoom/c", "zu/p", "zum/p", "zur/p", "zurich/c", "zürich/c", "Ó/p",
	"ó/p",
};
/* clang-format on */

#define TABLE_COUNT (sizeof(table) / sizeof(table[0]))

/*
 * The words of the table by their hash, made on first use: every word of a
 * contact line is looked up, mostly in vain.
 */
#define SLOTS 4096 /* a power of two, more than twice TABLE_COUNT */

static struct slot {
	uint16_t place; /* in the table, from 1; 0: the slot is free */
	uint16_t classes;
	uint8_t len;
} slots[SLOTS];

static pthread_once_t slots_once = PTHREAD_ONCE_INIT;
static atomic_bool is_filled; /* asked before pthread_once(), which is slow */

_Static_assert(2 * TABLE_COUNT < SLOTS, "the table of words needs more slots");
_Static_assert(JSCAN_WORD_MOST_BYTES == 24, "a key has 24 bytes");

static unsigned parse_classes(const char *letters)
{
	static const char order[] = "hafmonpsdcu";
	unsigned classes = 0;

	for (; *letters; letters++)
		classes |= 1u << (strchr(order, *letters) - order);
	return classes;
}

/* A word: with its length, all there is to know of it. */
struct key {
	uint64_t head, middle, tail;
};

static uint32_t load_four(const char *word)
{
	const unsigned char *bytes = (const unsigned char *)word;

	return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
	       (uint32_t)bytes[3] << 24;
}

/* The parts may overlap; there is a byte at least. */
static inline struct key make_key(const char *word, size_t len)
{
	struct key key = {0, 0, 0};

	if (len >= 8) {
		key.head = jscan_eight_load(word);
		key.tail = jscan_eight_load(word + len - 8);
		if (len > 16)
			key.middle = jscan_eight_load(word + 8);
		return key;
	}
	if (len >= 4) {
		key.head = load_four(word) |
			   (uint64_t)load_four(word + len - 4) << 32;
		return key;
	}
	key.head = (unsigned char)word[0] |
		   (uint32_t)(unsigned char)word[len / 2] << 8 |
		   (uint32_t)(unsigned char)word[len - 1] << 16;
	return key;
}

static unsigned hash(const struct key *key, size_t len)
{
	uint64_t mixed = (key->head ^ len) * 0x9e3779b97f4a7c15u ^
			 key->middle * 0xd6e8feb86659fd93u ^
			 key->tail * 0xc2b2ae3d27d4eb4fu;

	return (unsigned)(mixed >> 32);
}

/* The slot of a word: its own, or the free one where it belongs. */
static struct slot *find_slot(const struct key *key, size_t len)
{
	for (unsigned at = hash(key, len);; at++) {
		struct slot *slot = &slots[at & (SLOTS - 1)];
		struct key known;

		if (slot->place == 0)
			return slot;
		if (slot->len != len)
			continue;
		known = make_key(table[slot->place - 1], len);
		if (known.head == key->head && known.middle == key->middle &&
		    known.tail == key->tail)
			return slot;
	}
}

static void fill_slots(void)
{
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		size_t len = strcspn(table[i], "/");
		struct key key = make_key(table[i], len);
		struct slot *slot = find_slot(&key, len);

		slot->place = (uint16_t)(i + 1);
		slot->classes = (uint16_t)parse_classes(table[i] + len + 1);
		slot->len = (uint8_t)len;
	}
	atomic_store_explicit(&is_filled, true, memory_order_release);
}

/* Of eight bytes, the capitals of ASCII as small letters. */
static uint64_t make_small(uint64_t eight)
{
	return eight | jscan_eight_between(eight, 'A', 'Z') >> 2;
}

/* A curly apostrophe counts as a straight one. */
static unsigned find_beyond_ascii(const char *text, size_t len)
{
	char word[JSCAN_WORD_MOST_BYTES];
	size_t count = 0;
	struct key key;

	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (c >= 'A' && c <= 'Z') {
			c = (char)(c + 32);
		} else if (c == '\xe2' && len - i >= 3 &&
			   memcmp(text + i, "\xe2\x80\x99", 3) == 0) {
			c = '\'';
			i += 2;
		}
		word[count++] = c;
	}
	key = make_key(word, count);
	return find_slot(&key, count)->classes;
}

unsigned jscan_words_find(const char *text, size_t len)
{
	struct key key;

	if (len == 0 || len > JSCAN_WORD_MOST_BYTES)
		return 0;
	if (!atomic_load_explicit(&is_filled, memory_order_acquire))
		pthread_once(&slots_once, fill_slots);
	key = make_key(text, len);
	if ((key.head | key.middle | key.tail) & JSCAN_EIGHT_HIGHS)
		return find_beyond_ascii(text, len);
	key.head = make_small(key.head);
	if (len >= 8)
		key.tail = make_small(key.tail);
	if (len > 16)
		key.middle = make_small(key.middle);
	return find_slot(&key, len)->classes;
}

const char *jscan_words_get(size_t index)
{
	return index < TABLE_COUNT ? table[index] : NULL;
}
