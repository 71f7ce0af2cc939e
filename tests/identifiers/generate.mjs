/**
 * Makes sentences with one direct identifier of a patient or colleague each, and sentences with something
 * that only looks like one, from a fixed seed: `node tests/identifiers/generate.mjs > sentences.jsonl`.
 *
 * Nobody is in them: NHS numbers come from the range for tests (9…), CHI and H&C numbers have 99 where no
 * real one does, telephone numbers are Ofcom's for drama, mail domains do not exist.
 */

/** Bryc's mulberry32: the same numbers everywhere. */
let state = 20261121;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (limit) => Math.floor(random() * limit);
const from = (low, high) => low + below(high - low + 1);
const one = (list) => list[below(list.length)];
const digits = (count) => Array.from({ length: count }, () => below(10)).join("");
const two = (number) => String(number).padStart(2, "0");

const MONTHS = "January February March April May June July August September October November December".split(" ");
const GIVEN = "Doreen Ken Amina Piotr Siobhan Rhys Chidi Mei Olena Harpreet Maureen Tomos Ioana Desmond Niamh".split(
  " ",
);
const FAMILY = "Okafor Hargreaves Nowak Begum Pritchard Osei Sandhu Kelly Petrescu McAllister Fairclough Wong".split(
  " ",
);
const STREETS =
  "Alma Road|Larch Grove|Station Road|Heol y Bryn|Milton Street|Kestrel Close|Windmill Lane|St John's Terrace|Queensway|Elmfield Avenue|Old Mill Court|The Crescent|Bramble Drive|Church View".split(
    "|",
  );
const TOWNS = "Leeds Swansea Paisley Lisburn Hull Dudley Truro Wrexham Elgin Croydon Preston Newry".split(" ");
const AREAS =
  "LS SA PA BT HU DY TR LL IV CR PR NE M B S L G EH CF NG BD OL WN BN SO PL EX YO DE CV SE SW E N W NW KY AB".split(
    " ",
  );

function check11(nine) {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? "0" : check === 10 ? undefined : String(check);
}

function tenDigits(nine) {
  for (;;) {
    const start = nine();
    const check = check11(start);
    if (check !== undefined) return start + check;
  }
}

const grouped = (number) =>
  one([
    (n) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
    (n) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
    (n) => `${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`,
    (n) => `${n.slice(0, 3)}.${n.slice(3, 6)}.${n.slice(6)}`,
    (n) => n,
    (n) => n,
    (n) => `${n.slice(0, 3)}  ${n.slice(3, 6)}  ${n.slice(6)}`,
    (n) => `${n.slice(0, 3)}\n${n.slice(3, 6)} ${n.slice(6)}`,
    (n) => n.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
  ])(number);

const birthday = () => ({ day: from(1, 28), month: from(1, 12), year: from(1928, 2019) });

function written({ day, month, year }) {
  const name = MONTHS[month - 1] ?? "May";
  const suffix =
    day % 10 === 1 && day !== 11
      ? "st"
      : day % 10 === 2 && day !== 12
        ? "nd"
        : day % 10 === 3 && day !== 13
          ? "rd"
          : "th";
  return one([
    `${two(day)}/${two(month)}/${year}`,
    `${day}/${month}/${two(year % 100)}`,
    `${two(day)}.${two(month)}.${year}`,
    `${day}.${month}.${two(year % 100)}`,
    `${two(day)}-${two(month)}-${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day}${suffix} ${name} ${year}`,
    `${day} ${name.slice(0, 3)} ${year}`,
    `${name} ${day}${suffix} ${year}`,
    `${day}${suffix} of ${name}, ${year}`,
    `${two(day)}/${two(month)}/${year}`,
    `${day} ${name} ${year}`,
  ]);
}

function postcode() {
  const area = one(AREAS);
  const inward = `${below(10)}${one([..."ABDEFGHJLNPQRSTUWXYZ"])}${one([..."ABDEFGHJLNPQRSTUWXYZ"])}`;
  const code = `${area}${from(1, 19)}`;
  return one([
    `${code} ${inward}`,
    `${code} ${inward}`,
    `${code}${inward}`,
    `${code} ${inward}`.toLowerCase(),
    `${code}  ${inward}`,
  ]);
}

const houseNumber = () =>
  one([
    String(from(1, 220)),
    String(from(1, 60)),
    `${from(1, 60)}${one(["a", "b", "A"])}`,
    `Flat ${from(1, 24)}, ${from(1, 90)}`,
  ]);

function phone() {
  const mobile = `07700900${two(below(100))}${below(10)}`;
  const landline = one([
    "0113 496 0",
    "0117 496 0",
    "0131 496 0",
    "0161 496 0",
    "020 7946 0",
    "01632 960",
    "029 2018 0",
    "028 9649 6",
  ]);
  return one([
    () => mobile,
    () => `${mobile.slice(0, 5)} ${mobile.slice(5)}`,
    () => `${mobile.slice(0, 5)} ${mobile.slice(5, 8)} ${mobile.slice(8)}`,
    () => `${mobile.slice(0, 4)} ${mobile.slice(4, 7)} ${mobile.slice(7)}`,
    () => `+44 ${mobile.slice(1, 5)} ${mobile.slice(5)}`,
    () => `+44${mobile.slice(1)}`,
    () => `${mobile.slice(0, 5)}-${mobile.slice(5)}`,
    () => landline + digits(3),
    () => landline + digits(3),
    () => (landline + digits(3)).replaceAll(" ", ""),
    () => (landline + digits(3)).replace(/^(\d+) /, "($1) "),
    () => (landline + digits(3)).replaceAll(" ", "-"),
    () => (landline + digits(3)).replaceAll(" ", "."),
  ])();
}

function email() {
  const given = one(GIVEN).toLowerCase();
  const family = one(FAMILY).toLowerCase();
  const box = one([
    `${given}.${family}`,
    `${given}${family}${from(1, 99)}`,
    `${given[0]}${family}`,
    `${given}_${family}`,
    `${given}-${family}`,
    `${family}.${given[0]}`,
    `${given}+nhs`,
  ]);
  const domain = one([
    "northvale-mail.co.uk",
    "postboxly.com",
    "ourinbox.org.uk",
    "wick.nhs.uk",
    "quillmail.net",
    "mailhaven.co.uk",
    "students.ashby.ac.uk",
  ]);
  return one([
    `${box}@${domain}`,
    `${box}@${domain}`,
    `${box}@${domain}`.toUpperCase(),
    `${given}.${family}@${domain}`,
  ]);
}

function nationalInsurance() {
  const prefix = one(
    "AB AE CE EH GR HP JA JC JM JR JX KA LB MA NB NX OE PC PW RA RX SC SN TA TX WB WK YA YZ ZR".split(" "),
  );
  const middle = one(["12 34 56", "98 76 54", "11 22 33", "10 20 30", "55 66 77", "24 68 10", "13 57 91", "45 45 45"]);
  const whole = `${prefix} ${middle} ${one([..."ABCD"])}`;
  return one([
    whole,
    whole,
    whole.replaceAll(" ", ""),
    whole.toLowerCase(),
    whole.replaceAll(" ", "").toLowerCase(),
    whole.replaceAll(" ", "-"),
    whole.replace(/ (\d\d) (\d\d) (\d\d) /, " $1$2$3 "),
  ]);
}

const hospitalNumber = () =>
  one([
    () => digits(6).replace(/^0/, "4"),
    () => digits(7).replace(/^0/, "3"),
    () => `${one([..."ADHKMRTXZ"])}${digits(6)}`,
    () => `${one([..."ADHKMRTXZ"])}${digits(7)}`,
    () => `RX${from(1, 9)}${digits(5)}`,
    () => `${one([..."ADHKMRTXZ"]).toLowerCase()}${digits(6)}`,
    () => `${digits(3)}-${digits(4)}`,
  ])();

const person = () =>
  one([
    `${one(GIVEN)} ${one(FAMILY)}`,
    `Mr ${one(FAMILY)}`,
    `Mrs ${one(FAMILY)}`,
    one(GIVEN),
    "the lady in side room 2",
    "my patient",
    "pt",
    "the chap from clinic",
    "this gentleman",
  ]);

/** What is said around an identifier; {} is its place, {who} somebody. */
const POSITIVE = {
  "nhs-number": {
    make: () => grouped(tenDigits(() => `9${digits(8)}`)),
    said: [
      "Has anyone got the scan for {who}, NHS number {}?",
      "{who}: NHS no. {} - needs bloods chasing",
      "nhs num {} keeps bouncing back from the spine, anybody else?",
      "Can someone look up {} on SystmOne for me",
      "patient {} still waiting for a bed since yesterday",
      "NHS: {}. Discharged without meds. Not on.",
      "Wrong label again, it said {} and that is not {who}",
      "chasing the referral for {} third time this week",
      "{who} (NHS {}) was told Tuesday",
      "their NHS number is {} if that helps",
      "Handover note said {}, please ring the ward",
      "whose notes are these?? nhs number {} left in the canteen",
      "ID band reads {}",
      "Re {}: the clinic letter went to the wrong house",
    ],
  },
  "chi-number": {
    make: () => {
      const { day, month, year } = birthday();
      const number = tenDigits(() => `${two(day)}${two(month)}${two(year % 100)}99${below(10)}`);
      return one([
        number,
        number,
        `${number.slice(0, 6)} ${number.slice(6)}`,
        `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
        `${number.slice(0, 6)}-${number.slice(6)}`,
      ]);
    },
    said: [
      "CHI {} came through A&E twice this week",
      "CHI number {} - results not on the system",
      "Could somebody check chi {} for {who}",
      "{who}, CHI: {}",
      "Lost a sample in Paisley, chi no {}",
      "the CHI on the form was {} and nobody noticed",
      "community health index number {} is {who}",
      "patient chi {} has no GP",
      "found a request form, CHI={}, in the lift",
      "pls can portering find {who} chi {}",
      "labelled {} (CHI) but it's the wrong lady",
      "her CHI number's {}",
    ],
  },
  "hc-number": {
    make: () => grouped(tenDigits(() => `3${from(2, 9)}${digits(4)}99${below(10)}`)),
    said: [
      "H&C number {} is on the wrong list",
      "H&C no {} waiting in Craigavon since Friday",
      "health and care number {} for {who}",
      "Health & Care No: {}",
      "hcn {} needs a repeat",
      "Can anybody in the Belfast trust see H+C {}?",
      "{who} H&C {} transferred last night",
      "patient's H&C number is {}",
      "HCN: {} sent home in a taxi",
      "Wrong H&C on the bag, it says {}",
      "the h&c number on the wristband was {}",
      "NIECR shows nothing for {}, is the patient new?",
    ],
  },
  "hospital-number": {
    make: hospitalNumber,
    said: [
      "hospital number {} is still in recovery",
      "Hosp no {} - where are the notes",
      "MRN {} had the wrong blood form",
      "mrn: {} please someone update the board",
      "{who}, hospital no. {}",
      "patient number {} went to the wrong theatre",
      "Unit number {} if anyone can see PACS",
      "Case note number {} is missing AGAIN",
      "K number {} needs a porter",
      "patient ID {} seen in clinic today",
      "his hospital number's {}",
      "CRN {} discharged with no letter",
      "Anyone seen the notes for {}? Medical record number, two volumes, brown folder",
      "Hospital ID: {}",
    ],
  },
  "date-of-birth": {
    make: () => written(birthday()),
    said: [
      "{who}, DOB {}",
      "dob {} and still living alone",
      "date of birth {} - is this the right patient?",
      "D.O.B. {} for {who}",
      "{who} was born on {} and has never been in hospital before",
      "Born {}, sharp as a tack, and left on a trolley",
      "DOB: {} allergic to penicillin",
      "her date of birth is {}",
      "{who} (d.o.b {}) needs a lift home",
      "two patients same name, one born {}",
      "Birth date {} on the wristband, wrong patient",
      "can't find {who} born {} on EMIS",
      "{who} {who} dob\n{}",
      "date of birht {} can someone check",
    ],
  },
  postcode: {
    make: postcode,
    said: [
      "{who} lives at {}",
      "Home visit at {} this afternoon, wish me luck",
      "Anyone near {} who could check on {who}?",
      "patient from {} refused the ambulance",
      "postcode {} is {who}, the door code is on the board",
      "{who} went home to {} in a taxi",
      "sent the letter to {} and she moved last year",
      "Discharge address {}, no keysafe",
      "next of kin at {} not answering",
      "she is at {} on her own with no heating",
      "district nurse needed for {who} in {}",
      "our patient, postcode {}, had nobody with her",
    ],
  },
  address: {
    make: () => {
      const street = `${houseNumber()} ${one(STREETS)}`;
      return one([
        street,
        street,
        `${street}, ${one(TOWNS)}`,
        `${street}, ${one(TOWNS)} ${postcode().toUpperCase()}`,
        street.toLowerCase(),
        `${street}\n${one(TOWNS)}`,
      ]);
    },
    said: [
      "{who} lives at {}",
      "Went to see {who} at {} this morning",
      "patient's address is {}",
      "No answer at {}, police called",
      "dropping a commode at {} for {who}",
      "Discharged to {} with no package of care",
      "The ambulance went to {} and found her on the floor",
      "{who} of {} is ready for transport",
      "send the letter to {}",
      "home visit: {} second door on the left",
      "He's still at {} with his mum",
      "Address on the form: {}",
    ],
  },
  phone: {
    make: phone,
    said: [
      "Her daughter is on {}",
      "ring {who} on {} before six",
      "next of kin {}",
      "{who} tel {}",
      "call him back, {}",
      "Mobile {} for {who}",
      "patients son says phone {} any time",
      "text {} if you see {who}",
      "contact for {who}: {}",
      "mob: {} ask for {who}",
      "she left her number, {}, and no name",
      "His number is {} please let him know his dad is ok",
      "Give {who} a ring - {}",
      "home phone no {}",
    ],
  },
  email: {
    make: email,
    said: [
      "email {who} at {}",
      "{who} can be reached on {}",
      "her address is {}",
      "Complaints about {who}? {}",
      "send the results to {} please",
      "{who} - {}",
      "Results went to {} by mistake",
      "my manager is {}, tell her",
      "he asked us to write to {}.",
      "contact: {}",
      "next of kin email {}",
      "Patient uses {} for the portal",
    ],
  },
  "national-insurance": {
    make: nationalInsurance,
    said: [
      "{who} NI number {}",
      "NI no: {}",
      "national insurance number {} on the form",
      "his NINO is {}",
      "nino {} for the sick note",
      "NI {} needs sorting by payroll",
      "her national insurance no. is {}",
      "Found a payslip in the car park, {}, whose is it",
      "patient gave {} for the benefits form",
      "payroll have {} down for {who}",
      "National Insurance: {}",
      "Ni number {} still wrong on ESR",
    ],
  },
};

const tenAny = () => one([digits(10).replace(/^0/, "5"), tenDigits(() => one(["4", "6", "7"]) + digits(8))]);

/** What looks like an identifier and is none. */
const NEGATIVE = {
  order: () =>
    one([
      () => `Order number ${digits(8)} still not here, thanks for nothing`,
      () => `my parcel ${tenAny()} is lost, ref ${digits(6)}`,
      () => `Invoice ${digits(7)} paid twice??`,
      () => `tracking no. ${one(["JD", "GB", "RM"])}${digits(9)}${one(["GB", ""])} says delivered`,
      () => `booking ref ${one(["QX", "KLM", "ZT"])}${digits(4)} for the theatre`,
      () => `Order #${digits(3)}-${digits(7)}-${digits(7)} arrived broken`,
      () => `Ticket ${digits(6)} is the raffle winner`,
      () => `job reference ${digits(3)}-${digits(7)} closes Friday, lovely team`,
      () => `Grant ${one(["NIHR", "MR", "EP"])}${digits(6)} is finally funded`,
      () => `the printer says error ${digits(5)} again`,
    ])(),
  price: () =>
    one([
      () => `£${from(2, 90)}.${two(below(100))} for parking at work, every week`,
      () => `Raised £${from(1, 40)},${digits(3)} for the scanner appeal 💙`,
      () => `${from(10, 60)}p for a banana in the canteen`,
      () => `The new build cost £${from(10, 400)}.${below(10)}m`,
      () => `flat white £${from(3, 5)}.${two(below(100))} now`,
      () => `We have spent ${from(2, 9)},${digits(3)},${digits(3)} pounds on agency`,
      () => `Pay rise of ${below(6)}.${below(10)}% while rent went up ${from(100, 900)} quid`,
      () => `Band 5 starts at ${from(28, 31)},${digits(3)} a year`,
    ])(),
  "event-date": () => {
    const date = written({ day: from(1, 28), month: from(1, 12), year: from(2025, 2028) });
    return one([
      `Save the date: ${date}, nursing conference in Leeds`,
      `Strike dates announced, first one ${date}`,
      `vaccination clinic on ${date}, no need to book`,
      `My marathon is on ${date} and I have not trained`,
      `applications close ${date}`,
      `Webinar ${date} 7pm, all welcome`,
      `our choir sings on ${date}`,
      `The policy is due for review on ${date}`,
      `International Nurses Day is ${from(10, 14)} May`,
      `counting down to ${date}, holidays!`,
    ]);
  },
  "bus-route": () =>
    one([
      `the ${from(1, 99)} and the ${from(100, 400)} both late again`,
      `Take the ${from(1, 90)}${one(["A", "B", "X", ""])} from the station to the hospital`,
      `M${from(1, 90)} shut at junction ${from(1, 40)}, sorry to everyone on earlies`,
      `Park and ride ${from(1, 9)} leaves every ${from(10, 20)} minutes from stop ${one([..."ABCDE"])}`,
      `B${from(4000, 6000)} flooded, A${from(1, 700)} fine`,
      `flight ${one(["BA", "EZY", "FR"])}${from(100, 8999)} delayed, start leave tomorrow`,
      `train ${one(["1E", "2C", "9S"])}${from(10, 99)} cancelled, platform ${from(1, 17)} chaos`,
      `X${from(1, 99)} bus driver waited for the whole night shift, hero`,
    ]),
  isbn: () =>
    one([
      () => `ISBN ${tenAny()} is the best book on delirium`,
      () => `Read this: 978-0-${digits(3)}-${digits(5)}-${below(10)}`,
      () => `978${digits(10)} on my shelf since uni`,
      () => `doi 10.${from(1000, 1999)}/bmj.${one(["m", "n", "o"])}${digits(4)} worth your time`,
      () => `PMID ${digits(8)} says otherwise`,
      () => `isbn-10 ${tenAny()} second hand copy anyone?`,
      () => `paper here arXiv:${from(18, 26)}${two(from(1, 12))}.${digits(5)}`,
      () => `Lancet 20${from(10, 26)};${from(380, 405)}:${from(100, 900)}-${from(901, 999)} changed practice`,
      () => `BMJ 20${from(10, 26)};${from(340, 390)}:${one(["m", "n"])}${digits(4)}`,
      () => `Cochrane review CD0${digits(5)} is out`,
    ])(),
  score: () =>
    one([
      `${from(0, 6)}-${from(0, 6)} and we were robbed`,
      `Ward five-a-side: ${from(0, 9)} - ${from(0, 9)} to theatres`,
      `147 break! ${from(5, 9)}-${from(0, 4)} in frames`,
      `all out for ${from(40, 310)}, chasing ${from(100, 320)}`,
      `${from(18, 45)}:${two(below(60))} for parkrun number ${from(2, 350)}`,
      `Wordle ${from(200, 1600)} ${from(2, 6)}/6`,
      `6-4 3-6 7-5, what a match`,
      `${digits(2)},${digits(3)} steps on shift, beat that`,
      `half marathon in 1:${two(below(60))}:${two(below(60))}`,
      `quiz night: ${from(20, 60)} out of 60`,
    ]),
  year: () =>
    one([
      `Nursing since ${from(1978, 2022)} and never seen a winter like it`,
      `NHS founded 5 July 1948`,
      `class of ${from(1985, 2024)} reunion`,
      `in ${from(2026, 2040)} we will need ${from(10, 90)},000 more nurses`,
      `The 19${from(5, 9)}0s hospital wing is coming down`,
      `the Act of ${from(1946, 2012)} said so`,
      `${from(1900, 1990)} to ${from(1991, 2026)}, what a history this building has`,
      `20${from(10, 25)}/${from(11, 26)} annual report is out`,
    ]),
  "public-contact": () =>
    one([
      "Call 111 if you are unsure, 999 if it is life threatening",
      "Samaritans are there on 116 123, any time",
      "Text SHOUT to 85258",
      "Childline 0800 1111",
      "email press-office@wick.nhs.uk for interviews",
      "Write to enquiries@wick.nhs.uk about the open day",
      "PALS: pals@wick.nhs.uk",
      "Donate at justgiving.com/team/ward-7",
      "Follow @WickHospital for updates",
      "our sponsor is at www.wick-runners.org.uk/2026",
      "101 for the police, not 999",
      "Switchboard is 0 from any phone, bleep 2222 for arrests",
      "see gov.uk/guidance/2026-27",
      "info@wick-hospice.org.uk for tickets",
    ]),
  measure: () =>
    one([
      `${from(1, 9)}00mg of paracetamol is not a personality`,
      `BP ${from(100, 180)}/${from(60, 110)} after that meeting`,
      `sats ${from(88, 99)}% on ${from(1, 15)}L is what the poster says`,
      `${from(2, 40)} days, ${from(2, 23)} hours until leave`,
      `${digits(1)}${from(10, 99)},${digits(3)} people on the list nationally`,
      `version ${from(1, 30)}.${below(10)}.${below(10)} of the app broke login`,
      `fridge temp ${from(2, 8)}.${below(10)}C all week`,
      `Room ${from(1, 40)}.${two(below(40))} at ${from(8, 18)}:${two(below(60))} for the teaching`,
      `lat ${from(50, 58)}.${digits(6)} lon -${below(6)}.${digits(6)}`,
      `${from(1, 5)} x ${from(1, 9)}0 = ${from(20, 90)}, mandatory maths training done`,
      `COVID deaths passed ${from(100, 230)},${digits(3)}`,
      `NICE NG${from(2, 240)} and TA${from(100, 990)}`,
    ]),
  "code-word": () =>
    one([
      `HR ${from(1, 9)}am, MP3 ${from(2, 9)}GB player wanted`,
      `BS${from(1000, 9999)} and ISO ${from(1000, 27999)} certified`,
      `PC${from(10, 99)} ${from(2, 9)}nd floor not working, printer B${from(1, 9)} either`,
      `A${from(2, 4)} paper, HB${from(1, 9)} pencils, ${from(2, 9)}XL gloves please`,
      `E${from(10, 20)} on the vending machine eats your money`,
      `Vitamin B12 and D3 on offer`,
      `SE${from(1, 9)} of the six nations? no, just the SW gale`,
      `H1N1, then H5N1, now what`,
      `CT${from(1, 3)} to ST${from(3, 8)}: the training years`,
      `S${from(1, 5)}E${from(1, 9)} of Casualty was wild`,
      `SQL${from(10, 99)} error on the rota again`,
      `My PIN code game is R${from(2, 9)}D2`,
    ]),
  house: () =>
    one([
      `${from(2, 9)} Bank Holiday shifts in a row`,
      `Ward ${from(1, 40)} tea party, all the old gang`,
      `${from(2, 30)} Green Park runners did us proud`,
      `${from(3, 60)} Hill climbs for charity`,
      `Junction Road is closed, use the back gate`,
      `the Royal Victoria Infirmary, Queen Victoria Road, is ${from(50, 120)} today`,
      `our stall is at unit ${from(1, 20)} in the shopping centre`,
      `${from(2, 9)} Way bilateral course booked`,
      `10 Downing Street should see this rota`,
      `Room for ${from(2, 9)} Close friends at the leaving do`,
    ]),
};

const TAILS = ["", "", "", "", " 😩", " x", " #nhs", " 💙", "!!", " ta", " 🙏"];

function varied(text) {
  const way = below(8);
  if (way === 0) return text.toLowerCase();
  if (way === 1) return `${one(["Right,", "Ok so", "FFS.", "Help:", "Night shift musings:", "Anyone?"])} ${text}`;
  if (way === 2) return `${text}\n\n${one(["Any ideas?", "What a day.", "Day 3 of 4.", "Send coffee"])}`;
  return text;
}

const PER_TYPE = 64;
const lines = [];
const seen = new Set();

function add(type, make, present) {
  for (let made = 0, tries = 0; made < PER_TYPE && tries < 4000; tries += 1) {
    const { text, quote } = make(made);
    if (seen.has(text)) continue;
    seen.add(text);
    made += 1;
    lines.push({ id: `${type}-${made}`, type, present, text, ...(present ? { quote } : {}) });
  }
}

for (const [type, { make, said }] of Object.entries(POSITIVE)) {
  add(
    type,
    (made) => {
      const quote = make();
      const template = said[made % said.length].replaceAll("{who}", () => person());
      const around = varied(template + one(TAILS));
      const lowered = around === around.toLowerCase() && below(2) === 0;
      const put = lowered ? quote.toLowerCase() : quote;
      return { text: around.replace("{}", () => put), quote: put };
    },
    true,
  );
}
for (const [type, make] of Object.entries(NEGATIVE)) {
  add(type, () => ({ text: varied(make() + one(TAILS)) }), false);
}
process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
