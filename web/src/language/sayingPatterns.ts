import { chanceLabels, chanceSentences, chanceValues } from "./chancePatterns";

/**
 * What the server says, in Urdu: sentences, and the labels, values and sources of an explanation.
 * Each is a pattern with named groups and a template that holds them; sayings.ts shows a group by
 * its name ("day", "amount2" as "amount"). What is not here stays in English, marked as such.
 */
export interface Pattern {
    english: RegExp;
    urdu: string;
}

// Parts of an English pattern that come again and again.
const amount = String.raw`-?\d[\d.]*(?: [^;,:]+?)?`;
const number = String.raw`-?\d[\d.]*(?:e[+-]?\d+)?`;
const day = String.raw`\d{4}-\d{2}-\d{2}`;
const period = String.raw`(?:FY)?\d{4}\S*?`;
const month = String.raw`[A-Z][a-z]+ \d{4}`;
const time = String.raw`(?:${month}(?: to ${month})?|${period})`;

const parts: Record<string, string> = {
    day, period, number, time, amount,
    periods: String.raw`${period}(?:(?:,| to| and) ${period})*`,
    due: String.raw`[^,;]+?`, count: String.raw`\d+`, word: String.raw`[a-z_ ]+?`,
};

/** "reported by <day>": `<day>` stands for a group of that name and its usual form, and
 *  `<bound=at least|at most>` for one of its own; all other characters are themselves. */
function patternOf([english, urdu]: readonly [string, string], any: string): Pattern {
    const source = english.split(/(<[^>]+>)/).map((piece, index) => {
        if (index % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
        const [name = "", own] = piece.slice(1, -1).split("=");
        return `(?<${name}>${own ?? parts[name.replace(/\d+$/, "")] ?? any})`;
    });
    return { english: new RegExp(`^${source.join("")}$`), urdu };
}

const pattern = (words: readonly [string, string]) => patternOf(words, ".+?");

/** A clause of a sentence: none of its groups reaches beyond a semicolon. */
export const clause = (words: readonly [string, string]) => patternOf(words, "[^;]+?");

export const sentencePatterns: Pattern[] = (
    [
        // What somebody would have to decide.
        ["set a due date", "مقررہ تاریخ طے کریں"],
        ["set a value", "مقدار طے کریں"],
        ["set a unit", "اکائی طے کریں"],
        ["establish a baseline", "ابتدائی سطح معلوم کریں"],
        ["state what the target is", "ہدف کی عبارت لکھیں"],
        ["say how the target is measured", "ہدف کا پیمانہ بتائیں"],
        ["name the population and how many it has", "آبادی اور اس کی تعداد بتائیں"],
        ["word the survey's question", "سروے کا سوال لکھیں"],
        ["name one lead institution", "ایک سربراہ ادارہ مقرر کریں"],
        ["ask the lead to confirm the activity, or adopt a working plan that holds it",
            "سربراہ ادارے سے سرگرمی کی توثیق لیں، یا اسے شامل کر کے عملی منصوبہ منظور کریں"],
        // Why a target cannot be judged, or nobody was asked.
        ["the plan states no <lacking>", "منصوبے میں درج نہیں: {lacking}"],
        ["the plan leaves the lead open, so nobody can be asked",
            "منصوبے میں سربراہ ادارہ غیر طے شدہ ہے، اس لیے کسی سے پوچھا نہیں جا سکتا"],
        ["the lead has not confirmed the activity, and no working plan holds it",
            "سربراہ ادارے نے سرگرمی کی توثیق نہیں کی، اور یہ کسی عملی منصوبے میں نہیں"],
        ["the due date, <due>, has passed, but nobody was asked: this record cannot say whether the target was met",
            "مقررہ تاریخ ({due}) گزر چکی ہے، مگر کسی سے پوچھا نہیں گیا: یہ ریکارڈ نہیں بتا سکتا کہ ہدف پورا ہوا یا نہیں"],
        ["the reported values are too large to be added exactly",
            "رپورٹ کی گئی مقداریں اتنی بڑی ہیں کہ ان کا درست مجموعہ نہیں نکالا جا سکتا"],
        // Silence.
        ["the report for <period> was due by <day> and has not come",
            "{period} کی رپورٹ {day} تک واجب تھی اور موصول نہیں ہوئی"],
        ["the report for <period> was returned and has not come again",
            "{period} کی رپورٹ واپس کی گئی تھی اور دوبارہ موصول نہیں ہوئی"],
        ["nothing has been reported yet; the report for <period> is due by <day>",
            "ابھی تک کوئی رپورٹ موصول نہیں ہوئی؛ {period} کی رپورٹ {day} تک واجب ہے"],
        ["the report for <period> was returned on <day> and has not come again",
            "{period} کی رپورٹ {day} کو واپس کی گئی تھی اور دوبارہ موصول نہیں ہوئی"],
        ["<count> reports have not come: <periods>", "{count} رپورٹیں موصول نہیں ہوئیں: {periods}"],
        ["no report stands for <periods>, so that what was reported is a lower bound and cannot be judged",
            "ان مدتوں کی کوئی رپورٹ موجود نہیں: {periods}؛ اس لیے رپورٹ شدہ مقدار کم از کم حد ہے اور اس پر فیصلہ نہیں کیا جا سکتا"],
        ["no report stands for <periods>, so the sum is a lower bound",
            "ان مدتوں کی کوئی رپورٹ موجود نہیں: {periods}؛ اس لیے مجموعہ کم از کم حد ہے"],
        ["no report stands for <periods>", "ان مدتوں کی کوئی رپورٹ موجود نہیں: {periods}"],
        // What was reported and verified.
        ["verified as done in the report that ends <day>",
            "{day} کو ختم ہونے والی مدت کی رپورٹ میں تکمیل کی تصدیق ہو چکی ہے"],
        ["<amount> verified, <amount2> promised", "تصدیق شدہ: {amount}؛ وعدہ: {amount2}"],
        ["<amount> promised for each year, and verified for each",
            "ہر سال کا وعدہ: {amount}؛ ہر سال کی تصدیق ہو چکی ہے"],
        ["<amount> reported by <day>, at most <amount2> may be",
            "{day} تک رپورٹ شدہ: {amount}؛ زیادہ سے زیادہ حد: {amount2}"],
        ["<amount> reported by <day>, exactly <amount2> may be",
            "{day} تک رپورٹ شدہ: {amount}؛ عین مقررہ مقدار: {amount2}"],
        ["only <amount> verified", "تصدیق شدہ صرف {amount}"],
        ["<amount> reported by <day>, <number> expected by then: a ratio of <number2>",
            "{day} تک رپورٹ شدہ: {amount}؛ اس وقت تک متوقع: {number}؛ تناسب: {number2}"],
        ["<amount> reported for <day> to <day2>, <number> promised for that part of the year",
            "{day} تا {day2} رپورٹ شدہ: {amount}؛ سال کے اس حصے کا وعدہ: {number}"],
        ["<amount> reported for <day> to <day2>, <number> promised", "{day} تا {day2} رپورٹ شدہ: {amount}؛ وعدہ: {number}"],
        ["<amount> reported by the due date, <due>; <amount2> promised",
            "مقررہ تاریخ ({due}) تک رپورٹ شدہ: {amount}؛ وعدہ: {amount2}"],
        ["none reported by the due date, <due>; <amount> promised",
            "مقررہ تاریخ ({due}) تک کچھ رپورٹ نہیں ہوا؛ وعدہ: {amount}"],
        ["nothing is expected by <day> yet", "{day} تک ابھی کچھ متوقع نہیں"],
        ["the due date, <due>, has passed; the claim would meet the target but is not verified on evidence of grade B or better",
            "مقررہ تاریخ ({due}) گزر چکی ہے؛ دعوے کے مطابق ہدف پورا ہے، مگر درجہ B یا بہتر ثبوت پر اس کی تصدیق نہیں ہوئی"],
        ["not done when the due date, <due>, passed", "مقررہ تاریخ ({due}) گزر گئی اور کام مکمل نہیں ہوا"],
        ["not done yet; due by <due>", "ابھی مکمل نہیں ہوا؛ مقررہ تاریخ: {due}"],
        ["reported as done, not verified", "تکمیل کی رپورٹ دی گئی ہے، مگر اس کی تصدیق نہیں ہوئی"],
        ["reported as done, verified only on evidence weaker than grade B",
            "تکمیل کی رپورٹ دی گئی ہے، مگر تصدیق صرف درجہ B سے کم تر ثبوت پر ہوئی ہے"],
        ["verified only on evidence weaker than grade B, so it does not show green",
            "تصدیق صرف درجہ B سے کم تر ثبوت پر ہوئی ہے، اس لیے سبز نہیں دکھایا جاتا"],
        ["not verified, so it does not show green", "تصدیق نہیں ہوئی، اس لیے سبز نہیں دکھایا جاتا"],
        ["the last <count> reports are not verified, so it does not show green",
            "آخری {count} رپورٹوں کی تصدیق نہیں ہوئی، اس لیے سبز نہیں دکھایا جاتا"],
        // To be noted.
        ["the lead has since reported less than what was verified",
            "سربراہ ادارے نے بعد میں تصدیق شدہ مقدار سے کم رپورٹ کیا ہے"],
        ["the lead rates itself <rating=\\w+(?: \\w+)*>, the rule says <status=[a-z_ ]+>",
            "سربراہ ادارہ خود کو «{rating}» قرار دیتا ہے، جبکہ اصول کے مطابق کیفیت «{status}» ہے"],
        ["the promise was <weaker=[a-z ]+>: <field=[a-z_]+> <promised> became <now>",
            "وعدہ {weaker}: {field} پہلے {promised}، اب {now}"],
        // How likely a target is, and an outcome.
        ...chanceSentences,
        // Why no forecast can be made, or another method stands in.
        ["<count> <every=month|quarter|half|year>s are needed, known so far: <count2>", "{count} {every} درکار ہیں، اب تک معلوم: {count2}"],
        ["<count> monthly figures are needed, known so far: <count2>", "{count} ماہانہ اعداد درکار ہیں، اب تک معلوم: {count2}"],
        // Why a series is not adjusted for the season.
        ["no month is known", "کوئی مہینہ معلوم نہیں"],
        ["no quarter is known", "کوئی سہ ماہی معلوم نہیں"],
        ["three years are needed: <count> of <count2> values", "تین سال درکار ہیں: {count2} میں سے {count} قدریں"],
        ["at most <count> years are adjusted; found <count2> values", "زیادہ سے زیادہ {count} سالوں میں سے موسمی اثر نکالا جاتا ہے؛ ملیں {count2} قدریں"],
        ["a value is missing within the series", "سلسلے کے اندر ایک قدر موجود نہیں"],
        ["<count> values are missing within the series", "سلسلے کے اندر {count} قدریں موجود نہیں"],
        ["it never changes", "یہ کبھی نہیں بدلتا"],
        ["no season can be identified: F <number> between the periods, <number2> between the years",
            "کوئی موسم پہچانا نہیں جا سکتا: مدتوں کے درمیان F {number}، سالوں کے درمیان {number2}"],
        ["what must be met exactly is met by chance", "جسے عین پورا ہونا ہو وہ اتفاق سے پورا ہوتا ہے"],
        ["the series never changes", "یہ سلسلہ کبھی نہیں بدلتا"],
        ["the series is a straight line", "یہ سلسلہ ایک سیدھی لکیر ہے"],
        ["<count> values are too few for a model", "{count} قدریں کسی ماڈل کے لیے بہت کم ہیں"],
        ["no model could be fitted", "کوئی ماڈل موزوں نہ ہو سکا"],
        // Statistics.
        ["nothing has been published by this day", "اس دن تک کچھ شائع نہیں ہوا"],
        ["no statistics of this indicator have been loaded", "اس اشاریے کے اعداد و شمار درج نہیں کیے گئے"],
        ["no indicator is called <name>", "{name} نام کا کوئی اشاریہ نہیں"],
        ["the day of publication of a figure is estimated", "ایک عدد کی تاریخِ اشاعت اندازاً ہے"],
        ["<time>: <amount> in <count> of <count2> months, against <bound=at least|at most> <amount2>",
            "{time}: {count2} میں سے {count} ماہ میں {amount}، بمقابلہ {bound} {amount2}"],
        ["<time>: <amount>, against <bound=at least|at most> <amount2>", "{time}: {amount}، بمقابلہ {bound} {amount2}"],
        ["<name>, <time>: <amount>, against <bound=at least|at most> <amount2>",
            "{name}، {time}: {amount}، بمقابلہ {bound} {amount2}"],
        ["<number> would be expected if every month had an equal share: a ratio of <number2>",
            "ہر ماہ کا حصہ برابر ہو تو {number} متوقع ہوتا؛ تناسب: {number2}"],
        ["a part of the period cannot be judged", "مدت کے صرف ایک حصے سے فیصلہ نہیں کیا جا سکتا"],
        ["nothing published yet for <period> by <day><unused=(?:; .+)?>", "{day} تک {period} کے لیے کچھ شائع نہیں ہوا{unused}"],
        ["no shares by <name> published yet by <day>", "{day} تک {name} کے لحاظ سے حصص شائع نہیں ہوئے"],
        ["no shares by <name> published yet for <period> by <day>", "{day} تک {period} کے لیے {name} کے لحاظ سے حصص شائع نہیں ہوئے"],
        ["<number> percent are not published, more than the largest published share",
            "{number} فیصد شائع نہیں ہوا، جو سب سے بڑے شائع شدہ حصے سے زیادہ ہے"],
        ["the whole that shares are taken of is not positive", "جس کل کے حصص لیے جاتے ہیں وہ صفر سے زیادہ نہیں"],
        ["published for <count> of <count2> months by <day>", "{day} تک {count2} میں سے {count} ماہ کے اعداد شائع ہوئے"],
        ["<time> is published, but not <time2>, which growth is measured from",
            "{time} کا عدد شائع ہوا ہے، مگر {time2} کا نہیں، جس سے اضافہ ناپا جاتا ہے"],
        ["<period> is not made of whole months", "{period} پورے مہینوں پر مشتمل نہیں"],
        ["growth on a year is computed for flows of whole months", "سالانہ اضافہ صرف پورے مہینوں کے اعداد سے نکالا جاتا ہے"],
        ["growth needs a positive value in the year before", "اضافے کے لیے پچھلے سال کی مقدار صفر سے زیادہ ہونی چاہیے"],
        // Why a figure is not used.
        ["<nearly=about|roughly> <number> times <compared=smaller|larger> than <peers>: <slip=unit|digit> slip?",
            "{peers} کے مقابلے میں {nearly} {number} گنا {compared}؛ شاید {slip} کی غلطی ہے"],
        ["the text that prints it names it as superseded", "جس متن میں یہ چھپا ہے وہی اسے متروک بتاتا ہے"],
        ["the text that prints it prints another figure for the same period",
            "جس متن میں یہ چھپا ہے اسی میں اسی مدت کا ایک اور عدد بھی چھپا ہے"],
        ["repeats the figure of <time> to the last digit", "{time} کے عدد کو آخری ہندسے تک دہراتا ہے"],
    ] as const
).map(pattern);

export const labelPatterns: Pattern[] = (
    [
        ["status", "کیفیت"],
        ["rule", "اصول"],
        ["value", "مقدار"],
        ["value asked for", "مطلوبہ مقدار"],
        ["value printed", "طباعت میں مقدار"],
        ["baseline", "ابتدائی سطح"],
        ["due", "مقررہ تاریخ"],
        ["expected by then", "اس وقت تک متوقع"],
        ["ratio of achieved to expected progress", "حاصل شدہ اور متوقع پیش رفت کا تناسب"],
        ["ratio of achieved to expected", "حاصل شدہ اور متوقع مقدار کا تناسب"],
        ["reports", "رپورٹیں"],
        ["report for <period>", "{period} کی رپورٹ"],
        ["claimed", "دعویٰ"],
        ["verified", "تصدیق"],
        ["returned", "واپسی"],
        ["contributed", "معاون کا حصہ"],
        ["no report", "رپورٹ موجود نہیں"],
        ["origin", "نوعیت"],
        ["scope", "دائرہ"],
        ["statistic", "اعداد و شمار"],
        ["largest share", "سب سے بڑا حصہ"],
        ["Herfindahl-Hirschman index", "ہرفنڈال ہرشمین اشاریہ"],
        ["published for <time>", "{time} کا شائع شدہ عدد"],
        ["published for <name>, <time>", "{name}، {time} کا شائع شدہ عدد"],
        ["<operation=sum|difference|growth|share> over <time>", "{time} کا {operation}"],
        ...chanceLabels,
    ] as const
).map(pattern);

export const valuePatterns: Pattern[] = (
    [
        ["open", "غیر طے شدہ"],
        ["on track from a ratio of <number>, at risk from <number2>",
            "تناسب {number} یا زیادہ ہو تو درست راہ پر؛ {number2} یا زیادہ ہو تو خطرے میں"],
        ["between <number> and <number2>", "{number} اور {number2} کے درمیان"],
        ["<count> waiting for the lead's report", "{count}، سربراہ ادارے کی رپورٹ کا منتظر"],
        ["<done=done|not done>", "{done}"],
        ["<done=done|not done>, evidence of grade <grade=[A-D]>", "{done}، ثبوت کا درجہ {grade}"],
        ...chanceValues,
        ["<amount> (<number> of <number2>), evidence of grade <grade=[A-D]>",
            "{amount} ({number2} میں سے {number})، ثبوت کا درجہ {grade}"],
        ["<amount> (<number> of <number2>)", "{amount} ({number2} میں سے {number})"],
        ["<amount>, evidence of grade <grade=[A-D]>", "{amount}، ثبوت کا درجہ {grade}"],
        ["<amount>", "{amount}"],
    ] as const
).map(pattern);

export const sourcePatterns: Pattern[] = (
    [
        ["docs/methods/status.md", "کیفیت نکالنے کا طریقہ"],
        ["docs/methods/targets.md", "امکان نکالنے کا طریقہ"],
        ["the plan in force", "نافذ منصوبہ"],
        ["the printed plan", "طبع شدہ منصوبہ"],
        ["the interim path", "درمیانی اہداف کا راستہ"],
        ["the journal", "روزنامچہ"],
        ["journal entry <count>", "روزنامچے کا اندراج {count}"],
        ["(achieved - baseline) / (expected - baseline)", "(حاصل شدہ − ابتدائی سطح) ÷ (متوقع − ابتدائی سطح)"],
        ["achieved / expected", "حاصل شدہ ÷ متوقع"],
        ["the value times the months published, over the months of the period",
            "مقدار ضرب شائع شدہ مہینوں کی تعداد، تقسیم مدت کے مہینوں کی تعداد"],
        ["bounds, because only a part of the shares is published", "حدود، کیونکہ حصص کا صرف ایک حصہ شائع ہوا ہے"],
        ["own", "ہماری اپنی حد"],
        ["<name>, <day><estimated=(?: \\(estimated\\))?><row=(?:, row \\S+)?>", "{name}، {day}{estimated}{row}"],
    ] as const
).map(pattern);
