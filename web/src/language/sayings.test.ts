import { describe, expect, it } from "vitest";

import { labelPatterns, sentencePatterns, sourcePatterns, valuePatterns } from "./sayingPatterns";
import { inUrdu, labelInUrdu, sourceInUrdu, textOf, valueInUrdu, type Part } from "./sayings";

const read = (parts: Part[] | undefined) => (parts === undefined ? undefined : textOf(parts));
const english = (parts: Part[] | undefined) =>
    (parts ?? []).flatMap((part) => (typeof part === "string" ? [] : [part.english]));

// One sentence for each pattern, as src/status and src/app of the server write them.
const sentences: Record<string, string> = {
    "set a due date": "مقررہ تاریخ طے کریں",
    "24 months are needed, known so far: 4": "24 مہینے درکار ہیں، اب تک معلوم: 4",
    "24 monthly figures are needed, known so far: 7": "24 ماہانہ اعداد درکار ہیں، اب تک معلوم: 7",
    "no month is known": "کوئی مہینہ معلوم نہیں",
    "no quarter is known": "کوئی سہ ماہی معلوم نہیں",
    "three years are needed: 1 of 36 values": "تین سال درکار ہیں: 36 میں سے 1 قدریں",
    "at most 200 years are adjusted; found 3000 values": "زیادہ سے زیادہ 200 سالوں میں سے موسمی اثر نکالا جاتا ہے؛ ملیں 3000 قدریں",
    "a value is missing within the series": "سلسلے کے اندر ایک قدر موجود نہیں",
    "3 values are missing within the series": "سلسلے کے اندر 3 قدریں موجود نہیں",
    "it never changes": "یہ کبھی نہیں بدلتا",
    "no season can be identified: F 0.93 between the periods, 1.20 between the years": "کوئی موسم پہچانا نہیں جا سکتا: مدتوں کے درمیان F 0.93، سالوں کے درمیان 1.20",
    "what must be met exactly is met by chance": "جسے عین پورا ہونا ہو وہ اتفاق سے پورا ہوتا ہے",
    "the series never changes": "یہ سلسلہ کبھی نہیں بدلتا",
    "the series is a straight line": "یہ سلسلہ ایک سیدھی لکیر ہے",
    "3 values are too few for a model": "3 قدریں کسی ماڈل کے لیے بہت کم ہیں",
    "no model could be fitted": "کوئی ماڈل موزوں نہ ہو سکا",
    "set a value": "مقدار طے کریں",
    "set a unit": "اکائی طے کریں",
    "establish a baseline": "ابتدائی سطح معلوم کریں",
    "state what the target is": "ہدف کی عبارت لکھیں",
    "say how the target is measured": "ہدف کا پیمانہ بتائیں",
    "name the population and how many it has": "آبادی اور اس کی تعداد بتائیں",
    "word the survey's question": "سروے کا سوال لکھیں",
    "name one lead institution": "ایک سربراہ ادارہ مقرر کریں",
    "ask the lead to confirm the activity, or adopt a working plan that holds it":
        "سربراہ ادارے سے سرگرمی کی توثیق لیں، یا اسے شامل کر کے عملی منصوبہ منظور کریں",
    "the plan states no baseline, no due date and no question": "منصوبے میں درج نہیں: ابتدائی سطح، مقررہ تاریخ، سوال",
    "the plan leaves the lead open, so nobody can be asked":
        "منصوبے میں سربراہ ادارہ غیر طے شدہ ہے، اس لیے کسی سے پوچھا نہیں جا سکتا",
    "the lead has not confirmed the activity, and no working plan holds it":
        "سربراہ ادارے نے سرگرمی کی توثیق نہیں کی، اور یہ کسی عملی منصوبے میں نہیں",
    "the due date, 2023, has passed, but nobody was asked: this record cannot say whether the target was met":
        "مقررہ تاریخ (2023) گزر چکی ہے، مگر کسی سے پوچھا نہیں گیا: یہ ریکارڈ نہیں بتا سکتا کہ ہدف پورا ہوا یا نہیں",
    "the reported values are too large to be added exactly":
        "رپورٹ کی گئی مقداریں اتنی بڑی ہیں کہ ان کا درست مجموعہ نہیں نکالا جا سکتا",
    "the report for 2026-Q2 was due by 2026-07-30 and has not come":
        "Q2 2026 کی رپورٹ 30 جولائی، 2026 تک واجب تھی اور موصول نہیں ہوئی",
    "the report for 2026-Q2 was returned and has not come again":
        "Q2 2026 کی رپورٹ واپس کی گئی تھی اور دوبارہ موصول نہیں ہوئی",
    "nothing has been reported yet; the report for 2024-Q1 is due by 2024-04-30":
        "ابھی تک کوئی رپورٹ موصول نہیں ہوئی؛ Q1 2024 کی رپورٹ 30 اپریل، 2024 تک واجب ہے",
    "the report for 2024-Q4 was returned on 2025-02-02 and has not come again":
        "Q4 2024 کی رپورٹ 2 فروری، 2025 کو واپس کی گئی تھی اور دوبارہ موصول نہیں ہوئی",
    "4 reports have not come: 2023-Q1 to 2023-Q3 and 2024-Q2": "4 رپورٹیں موصول نہیں ہوئیں: Q1 2023 تا Q3 2023، Q2 2024",
    "no report stands for 2024-03, so that what was reported is a lower bound and cannot be judged":
        "ان مدتوں کی کوئی رپورٹ موجود نہیں: مارچ 2024؛ اس لیے رپورٹ شدہ مقدار کم از کم حد ہے اور اس پر فیصلہ نہیں کیا جا سکتا",
    "no report stands for 2023-Q1, 2023-Q3 and 2024-Q2, so the sum is a lower bound":
        "ان مدتوں کی کوئی رپورٹ موجود نہیں: Q1 2023، Q3 2023، Q2 2024؛ اس لیے مجموعہ کم از کم حد ہے",
    "no report stands for FY2024-Q1": "ان مدتوں کی کوئی رپورٹ موجود نہیں: Q1 FY2024",
    "verified as done in the report that ends 2026-03-31":
        "31 مارچ، 2026 کو ختم ہونے والی مدت کی رپورٹ میں تکمیل کی تصدیق ہو چکی ہے",
    "5 dialogues verified, 5 dialogues promised": "تصدیق شدہ: 5 مکالمے؛ وعدہ: 5 مکالمے",
    "4 dialogues promised for each year, and verified for each":
        "ہر سال کا وعدہ: 4 مکالمے؛ ہر سال کی تصدیق ہو چکی ہے",
    "3 dialogues reported by 2024-03-31, at most 5 dialogues may be":
        "31 مارچ، 2024 تک رپورٹ شدہ: 3 مکالمے؛ زیادہ سے زیادہ حد: 5 مکالمے",
    "9 dialogues reported by 2024-03-31, exactly 5 dialogues may be":
        "31 مارچ، 2024 تک رپورٹ شدہ: 9 مکالمے؛ عین مقررہ مقدار: 5 مکالمے",
    "only 1.5 percent verified": "تصدیق شدہ صرف 1.5 فیصد",
    "1 dialogue reported by 2024-03-31, 1 expected by then: a ratio of 1.00":
        "31 مارچ، 2024 تک رپورٹ شدہ: 1 مکالمہ؛ اس وقت تک متوقع: 1؛ تناسب: 1.00",
    "1 workshop reported for 2026-01-01 to 2026-06-30, 1 promised for that part of the year":
        "1 جنوری، 2026 تا 30 جون، 2026 رپورٹ شدہ: 1 ورکشاپ؛ سال کے اس حصے کا وعدہ: 1",
    "0 workshops reported for 2023-01-01 to 2023-12-31, 2 promised":
        "1 جنوری، 2023 تا 31 دسمبر، 2023 رپورٹ شدہ: 0 ورکشاپس؛ وعدہ: 2",
    "1044 students reported by the due date, 2026-06-30; 2000 students promised":
        "مقررہ تاریخ (30 جون، 2026) تک رپورٹ شدہ: 1,044 طلبہ؛ وعدہ: 2,000 طلبہ",
    "none reported by the due date, FY2024; 10 markets promised":
        "مقررہ تاریخ (FY2024) تک کچھ رپورٹ نہیں ہوا؛ وعدہ: 10 منڈیاں",
    "nothing is expected by 2024-03-31 yet": "31 مارچ، 2024 تک ابھی کچھ متوقع نہیں",
    "the due date, 2026-06-30, has passed; the claim would meet the target but is not verified on evidence of grade B or better":
        "مقررہ تاریخ (30 جون، 2026) گزر چکی ہے؛ دعوے کے مطابق ہدف پورا ہے، مگر درجہ B یا بہتر ثبوت پر اس کی تصدیق نہیں ہوئی",
    "not done when the due date, 2025-06-30, passed": "مقررہ تاریخ (30 جون، 2025) گزر گئی اور کام مکمل نہیں ہوا",
    "not done yet; due by 2027-12-31": "ابھی مکمل نہیں ہوا؛ مقررہ تاریخ: 31 دسمبر، 2027",
    "reported as done, not verified": "تکمیل کی رپورٹ دی گئی ہے، مگر اس کی تصدیق نہیں ہوئی",
    "reported as done, verified only on evidence weaker than grade B":
        "تکمیل کی رپورٹ دی گئی ہے، مگر تصدیق صرف درجہ B سے کم تر ثبوت پر ہوئی ہے",
    "verified only on evidence weaker than grade B, so it does not show green":
        "تصدیق صرف درجہ B سے کم تر ثبوت پر ہوئی ہے، اس لیے سبز نہیں دکھایا جاتا",
    "not verified, so it does not show green": "تصدیق نہیں ہوئی، اس لیے سبز نہیں دکھایا جاتا",
    "the last 2 reports are not verified, so it does not show green":
        "آخری 2 رپورٹوں کی تصدیق نہیں ہوئی، اس لیے سبز نہیں دکھایا جاتا",
    "the lead rates itself on_track, the rule says off track":
        "سربراہ ادارہ خود کو «درست راہ پر» قرار دیتا ہے، جبکہ اصول کے مطابق کیفیت «راہ سے ہٹا ہوا» ہے",
    "the promise was put off: due 2024-06-30 became 2025-06-30":
        "وعدہ مؤخر کیا گیا: مقررہ تاریخ پہلے 30 جون، 2024، اب 30 جون، 2025",
    "the lead has since reported less than what was verified":
        "سربراہ ادارے نے بعد میں تصدیق شدہ مقدار سے کم رپورٹ کیا ہے",
    "the due date has passed; what counts now is which reports come and are verified":
        "مقررہ تاریخ گزر چکی ہے؛ اب اہم یہ ہے کہ کون سی رپورٹیں آتی ہیں اور ان کی تصدیق ہوتی ہے",
    "nothing is verified on evidence of grade B or better": "درجہ B یا بہتر ثبوت پر کسی چیز کی تصدیق نہیں ہوئی",
    "no report stands": "کوئی رپورٹ موجود نہیں",
    "1 report of 90 days; 2 reports of 180 days are needed": "90 دنوں کی 1 رپورٹیں؛ 180 دنوں کی 2 رپورٹیں درکار ہیں",
    "reported as reached; it is met once that is verified": "پورا ہونے کی رپورٹ ہے؛ تصدیق ہوتے ہی یہ پورا ہو گا",
    "reported as reached in every year; it is met once that is verified": "ہر سال پورا ہونے کی رپورٹ ہے؛ تصدیق ہوتے ہی یہ پورا ہو گا",
    "reported as done; it is met once that is verified": "مکمل ہونے کی رپورٹ ہے؛ تصدیق ہوتے ہی یہ پورا ہو گا",
    "more was counted than may be": "گنتی اجازت سے زیادہ ہے",
    "there is no model of years with at most so much": "ایسے سالوں کا کوئی ماڈل نہیں جن میں زیادہ سے زیادہ اتنا ہو",
    "it is due when its activity begins": "اس کی مقررہ تاریخ وہی ہے جب اس کی سرگرمی شروع ہوتی ہے",
    "4 milestones of this record verified so far; 5 are needed to know how timely they are":
        "اس ریکارڈ کے 4 سنگِ میل اب تک تصدیق شدہ؛ یہ جاننے کے لیے کہ وہ کتنے بروقت ہیں 5 درکار ہیں",
    "0 reports say of how many; 2 are needed": "0 رپورٹیں بتاتی ہیں کہ کتنوں میں سے؛ 2 درکار ہیں",
    "7 values reported; 8 are needed": "7 قدریں رپورٹ ہوئیں؛ 8 درکار ہیں",
    "its last period is reported; what counts now is what is verified": "اس کی آخری مدت کی رپورٹ آ چکی ہے؛ اب اہم تصدیق ہے",
    "the largest share of 1 year is known, 8 are needed": "سب سے بڑا حصہ ایک سال کا معلوم ہے، 8 سالوں کا درکار ہے",
    "the largest share of 3 years is known, 8 are needed": "سب سے بڑا حصہ 3 سالوں کا معلوم ہے، 8 سالوں کا درکار ہے",
    "the period a year before has nothing to grow from": "ایک سال پہلے کی مدت میں بڑھنے کو کچھ نہیں",
    "nothing has been published by this day": "اس دن تک کچھ شائع نہیں ہوا",
    "no statistics of this indicator have been loaded": "اس اشاریے کے اعداد و شمار درج نہیں کیے گئے",
    "no indicator is called it-exports": "it-exports نام کا کوئی اشاریہ نہیں",
    "the day of publication of a figure is estimated": "ایک عدد کی تاریخِ اشاعت اندازاً ہے",
    "July 2023 to April 2024: 2590 USD million in 10 of 12 months, against at least 3000 USD million":
        "جولائی 2023 – اپریل 2024: 12 میں سے 10 ماہ میں 2,590 ملین امریکی ڈالر، بمقابلہ کم از کم 3,000 ملین امریکی ڈالر",
    "FY2024: 3223 USD million, against at least 3000 USD million":
        "FY2024: 3,223 ملین امریکی ڈالر، بمقابلہ کم از کم 3,000 ملین امریکی ڈالر",
    "United States, July 2022 to March 2023: 54.54 percent, against at most 50 percent":
        "United States، جولائی 2022 – مارچ 2023: 54.54 فیصد، بمقابلہ زیادہ سے زیادہ 50 فیصد",
    "2500.0 would be expected if every month had an equal share: a ratio of 1.04":
        "ہر ماہ کا حصہ برابر ہو تو 2,500.0 متوقع ہوتا؛ تناسب: 1.04",
    "a part of the period cannot be judged": "مدت کے صرف ایک حصے سے فیصلہ نہیں کیا جا سکتا",
    "nothing published yet for FY2026 by 2025-08-01; X1091 is not used: it is about 1000 times smaller than the other figures published for the same months: unit slip?":
        "1 اگست، 2025 تک FY2026 کے لیے کچھ شائع نہیں ہوا؛ X1091 استعمال نہیں ہوا: انہی مہینوں کے دیگر شائع شدہ اعداد کے مقابلے میں تقریباً 1,000 گنا کم؛ شاید اکائی کی غلطی ہے",
    "no shares by geography published yet by 2023-01-01": "1 جنوری، 2023 تک geography کے لحاظ سے حصص شائع نہیں ہوئے",
    "no shares by geography published yet for FY2023 by 2023-01-01":
        "1 جنوری، 2023 تک FY2023 کے لیے geography کے لحاظ سے حصص شائع نہیں ہوئے",
    "58.2 percent are not published, more than the largest published share":
        "58.2 فیصد شائع نہیں ہوا، جو سب سے بڑے شائع شدہ حصے سے زیادہ ہے",
    "the whole that shares are taken of is not positive": "جس کل کے حصص لیے جاتے ہیں وہ صفر سے زیادہ نہیں",
    "published for 10 of 12 months by 2024-05-20": "20 مئی، 2024 تک 12 میں سے 10 ماہ کے اعداد شائع ہوئے",
    "2023-07/2024-06 is published, but not 2022-07/2023-06, which growth is measured from":
        "جولائی 2023 – جون 2024 کا عدد شائع ہوا ہے، مگر جولائی 2022 – جون 2023 کا نہیں، جس سے اضافہ ناپا جاتا ہے",
    "2024-W05 is not made of whole months": "2024-W05 پورے مہینوں پر مشتمل نہیں",
    "growth on a year is computed for flows of whole months": "سالانہ اضافہ صرف پورے مہینوں کے اعداد سے نکالا جاتا ہے",
    "growth needs a positive value in the year before": "اضافے کے لیے پچھلے سال کی مقدار صفر سے زیادہ ہونی چاہیے",
    "roughly 9 times larger than the difference of the two cumulative figures around it: digit slip?":
        "اس کے اردگرد کے دو مجموعی اعداد کے فرق کے مقابلے میں اندازاً 9 گنا زیادہ؛ شاید ہندسے کی غلطی ہے",
    "the text that prints it names it as superseded": "جس متن میں یہ چھپا ہے وہی اسے متروک بتاتا ہے",
    "the text that prints it prints another figure for the same period":
        "جس متن میں یہ چھپا ہے اسی میں اسی مدت کا ایک اور عدد بھی چھپا ہے",
    "repeats the figure of 2023-07/2024-03 to the last digit": "جولائی 2023 – مارچ 2024 کے عدد کو آخری ہندسے تک دہراتا ہے",
};

const labels: Record<string, string> = {
    status: "کیفیت",
    rule: "اصول",
    value: "مقدار",
    "value asked for": "مطلوبہ مقدار",
    "value printed": "طباعت میں مقدار",
    baseline: "ابتدائی سطح",
    due: "مقررہ تاریخ",
    "expected by then": "اس وقت تک متوقع",
    "ratio of achieved to expected progress": "حاصل شدہ اور متوقع پیش رفت کا تناسب",
    "ratio of achieved to expected": "حاصل شدہ اور متوقع مقدار کا تناسب",
    reports: "رپورٹیں",
    "report for 2023-Q2": "Q2 2023 کی رپورٹ",
    claimed: "دعویٰ",
    verified: "تصدیق",
    returned: "واپسی",
    contributed: "معاون کا حصہ",
    "no report": "رپورٹ موجود نہیں",
    origin: "نوعیت",
    scope: "دائرہ",
    statistic: "اعداد و شمار",
    "largest share": "سب سے بڑا حصہ",
    "Herfindahl-Hirschman index": "ہرفنڈال ہرشمین اشاریہ",
    "published for 2023-07/2024-03": "جولائی 2023 – مارچ 2024 کا شائع شدہ عدد",
    "published for United States, 2022-07/2023-03": "United States، جولائی 2022 – مارچ 2023 کا شائع شدہ عدد",
    "sum over 2023-07/2024-04": "جولائی 2023 – اپریل 2024 کا مجموعہ",
    "how likely": "کتنا امکان",
    "verified reports": "تصدیق شدہ رپورٹیں",
    "reports that stand": "موجود رپورٹیں",
    why: "کیوں",
    method: "طریقہ",
    "so far": "اب تک",
    prior: "پہلے سے مانا گیا",
    batches: "یکجا آنے والے",
    assumed: "مفروضہ",
    "what would change it": "کیا چیز اسے بدلے گی",
    years: "سال",
    hazards: "فی مدت امکانات",
    models: "ماڈل",
    "2025-Q3": "Q3 2025",
};

/** [label, value, Urdu] */
const values: [string, string, string][] = [
    ["status", "off track", "راہ سے ہٹا ہوا"],
    ["report for 2026-Q1", "submitted", "جمع کرائی گئی"],
    ["origin", "outlook", "ایک پیش بینی"],
    ["due", "2027-12-31", "31 دسمبر، 2027"],
    ["due", "2023", "2023"],
    ["value asked for", "open", "غیر طے شدہ"],
    ["rule", "on track from a ratio of 0.95, at risk from 0.60", "تناسب 0.95 یا زیادہ ہو تو درست راہ پر؛ 0.60 یا زیادہ ہو تو خطرے میں"],
    ["Herfindahl-Hirschman index", "between 0.3173 and 0.3234", "0.3173 اور 0.3234 کے درمیان"],
    ["report for 2026-Q1", "not asked", "پوچھا نہیں گیا"],
    ["no report", "2023-Q1 to 2023-Q3 and 2024-Q2", "Q1 2023 تا Q3 2023، Q2 2024"],
    ["contributed", "2 waiting for the lead's report", "2، سربراہ ادارے کی رپورٹ کا منتظر"],
    ["claimed", "not done", "نامکمل"],
    ["claimed", "done, evidence of grade C", "مکمل، ثبوت کا درجہ C"],
    ["claimed", "12.5 percent (25 of 200), evidence of grade B", "12.5 فیصد (200 میں سے 25)، ثبوت کا درجہ B"],
    ["claimed", "12.5 percent (25 of 200)", "12.5 فیصد (200 میں سے 25)"],
    ["verified", "1 dialogue, evidence of grade B", "1 مکالمہ، ثبوت کا درجہ B"],
    ["sum over 2023-07/2024-04", "2590 USD million", "2,590 ملین امریکی ڈالر"],
    ["statistic", "nothing has been published by this day", "اس دن تک کچھ شائع نہیں ہوا"],
    ["how likely", "met", "پورا"],
    ["how likely", "not met", "پورا نہیں"],
    ["how likely", "cannot tell yet", "ابھی کہا نہیں جا سکتا"],
    ["how likely", "40.7 percent", "40.7 فیصد"],
    ["method", "the pace of the reports goes on: a gamma-Poisson pace, so that what is to come is negative binomial",
        "رپورٹوں کی رفتار جاری رہتی ہے: گاما پوئسن رفتار، چنانچہ جو آنا ہے وہ منفی دو رقمی ہے"],
    ["method", "as timely as the milestones of this record were: a constant hazard in each of four stretches of the planned time",
        "جتنے بروقت اس ریکارڈ کے سنگِ میل تھے: طے شدہ مدت کے چار حصوں میں سے ہر ایک میں یکساں امکان"],
    ["method", "of all units so many change in each period as did so far, as the plan's straight path has it: beta-binomial",
        "ہر مدت میں اتنی ہی اکائیاں بدلتی ہیں جتنی اب تک بدلیں، جیسے منصوبے کے سیدھے راستے میں ہے: بیٹا دو رقمی"],
    ["method", "4000 paths of the reported values to the due period", "رپورٹ شدہ قدروں کے مقررہ مدت تک 4000 راستے"],
    ["so far", "3 speakers in 0.50 years: 5.955 speakers a year", "0.50 سالوں میں 3 مقررین: سالانہ 5.955 مقررین"],
    ["so far", "0 of 18 milestones by their due date; not done in 15 percent of its own time",
        "18 میں سے 0 سنگِ میل مقررہ تاریخ تک؛ اس کے اپنے وقت کے 15 فیصد میں نامکمل"],
    ["so far", "29 of 200; 1.5 percent of all change in a period", "200 میں سے 29؛ ایک مدت میں کل کے 1.5 فیصد بدلتے ہیں"],
    ["so far", "61 percent, 3 periods before the due one", "61 فیصد، مقررہ مدت سے 3 مدتیں پہلے"],
    ["prior", "the pace that the plan asks for, 2.0 percent of all in a period, weighing as much as one period",
        "وہ رفتار جو منصوبہ مانگتا ہے، ایک مدت میں کل کے 2.0 فیصد، ایک مدت کے وزن کے ساتھ"],
    ["prior", "the pace that the plan asks for, 2.002 dialogues a year, weighing as much as one event",
        "وہ رفتار جو منصوبہ مانگتا ہے، سالانہ 2.002 مکالمے، ایک واقعے کے وزن کے ساتھ"],
    ["prior", "half of what is planned is done when it is due, with the weight of one milestone in each stretch",
        "جو طے ہے اس کا نصف وقت پر مکمل ہوتا ہے، ہر حصے میں ایک سنگِ میل کے وزن کے ساتھ"],
    ["batches", "periods vary as if 19.2 came at a time", "مدتیں یوں بدلتی ہیں گویا ایک وقت میں 19.2 آئیں"],
    ["batches", "periods vary no more than single events do", "مدتیں الگ الگ واقعات سے زیادہ نہیں بدلتیں"],
    ["batches", "units of one report move together: they weigh as 10", "ایک رپورٹ کی اکائیاں اکٹھی بدلتی ہیں: ان کا وزن 10 کے برابر"],
    ["assumed", "the pace stays as it was", "رفتار وہی رہتی ہے"],
    ["assumed", "periods that are not reported, or not verified, had the same pace", "جن مدتوں کی رپورٹ یا تصدیق نہیں ان کی رفتار بھی یہی تھی"],
    ["assumed", "this one is like the others; when within a period it was done does not matter", "یہ دوسروں جیسا ہے؛ یہ اہم نہیں کہ مدت کے اندر کب مکمل ہوا"],
    ["assumed", "what has changed stays changed, and how many there are stays as last reported", "جو بدل گیا وہ بدلا رہتا ہے، اور کل تعداد وہی رہتی ہے جو آخری رپورٹ میں تھی"],
    ["assumed", "the surveys ask the same; the error of their samples is not counted", "سروے ایک ہی بات پوچھتے ہیں؛ نمونوں کی غلطی شمار نہیں ہوئی"],
    ["assumed", "the values go on as they did", "قدریں پہلے کی طرح چلتی ہیں"],
    ["what would change it", "3 dialogues in the 1.50 years that are open, 2 dialogues a year, against 1 dialogue a year so far",
        "باقی 1.50 سالوں میں 3 مکالمے، سالانہ 2 مکالمے، بمقابلہ اب تک سالانہ 1 مکالمہ"],
    ["what would change it", "2 reports waiting for a verifier", "2 رپورٹیں تصدیق کنندہ کی منتظر"],
    ["what would change it", "a report that it is done, in the 0.75 years that are left", "باقی 0.75 سالوں میں اس کے مکمل ہونے کی رپورٹ"],
    ["what would change it", "40 more in the 6.5 periods that are left", "باقی 6.5 مدتوں میں مزید 40"],
    ["what would change it", "values that are further from 50 percent", "50 فیصد سے مزید دور کی قدریں"],
    ["years", "2 years still lack something, and each must reach its value", "2 سالوں میں ابھی کمی ہے، اور ہر ایک کو اپنی مقدار تک پہنچنا ہے"],
    ["hazards", "0.03, 0.07, 0.12 and 0.30 in the stretches to a half, three quarters, nine tenths and the whole of the planned time",
        "طے شدہ مدت کے نصف، تین چوتھائی، نو دہائی اور کل تک کے حصوں میں 0.03، 0.07، 0.12 اور 0.30"],
];

const sources: Record<string, string> = {
    "docs/methods/status.md": "کیفیت نکالنے کا طریقہ",
    "docs/methods/targets.md": "امکان نکالنے کا طریقہ",
    "the plan in force": "نافذ منصوبہ",
    "the printed plan": "طبع شدہ منصوبہ",
    "the interim path": "درمیانی اہداف کا راستہ",
    "the journal": "روزنامچہ",
    "journal entry 2325": "روزنامچے کا اندراج 2325",
    "(achieved - baseline) / (expected - baseline)": "(حاصل شدہ − ابتدائی سطح) ÷ (متوقع − ابتدائی سطح)",
    "achieved / expected": "حاصل شدہ ÷ متوقع",
    "the value times the months published, over the months of the period":
        "مقدار ضرب شائع شدہ مہینوں کی تعداد، تقسیم مدت کے مہینوں کی تعداد",
    "bounds, because only a part of the shares is published": "حدود، کیونکہ حصص کا صرف ایک حصہ شائع ہوا ہے",
    own: "ہماری اپنی حد",
    "Pakistan Economic Survey 2022-23, chapter 15, 2023-06-30 (estimated), row X1100":
        "Pakistan Economic Survey 2022-23, chapter 15، 30 جون، 2023 (تاریخ اندازاً)، سطر X1100",
};

describe("the Urdu of what the server says", () => {
    it.each(Object.entries(sentences))("has the sentence: %s", (text, urdu) =>
        expect(read(inUrdu(text))).toBe(urdu));
    it.each(Object.entries(labels))("has the label: %s", (text, urdu) =>
        expect(read(labelInUrdu(text))).toBe(urdu));
    it.each(values)("has the value of %s: %s", (label, text, urdu) =>
        expect(read(valueInUrdu(text, label))).toBe(urdu));
    it.each(Object.entries(sources))("has the source: %s", (text, urdu) =>
        expect(read(sourceInUrdu(text))).toBe(urdu));

    it("is tested for every pattern", () => {
        const tables = [
            [sentencePatterns, Object.keys(sentences)],
            [labelPatterns, Object.keys(labels)],
            [valuePatterns, values.map(([, text]) => text)],
            [sourcePatterns, Object.keys(sources)],
        ] as const;
        for (const [patterns, texts] of tables) {
            const first = texts.map((text) => patterns.findIndex((one) => one.english.test(text)));
            const unused = patterns.filter((_, at) => !first.includes(at));
            expect(unused.map(({ english: pattern }) => pattern.source)).toEqual([]);
        }
    });

    it("marks as English what stays English", () => {
        expect(english(inUrdu("3 firms of note verified, 5 firms of note promised"))).toEqual(["firms of note", "firms of note"]);
        expect(english(inUrdu("the lead rates itself hopeful, the rule says missed"))).toEqual(["hopeful"]);
        expect(english(sourceInUrdu("Profit, 2024-04-22, row X0638"))).toEqual(["Profit", "X0638"]);
    });

    it("knows words of a promise, also where the field is new", () => {
        expect(read(inUrdu("the promise was lowered: value 2000 became 1500"))).toBe("وعدہ کم کیا گیا: مقدار پہلے 2,000، اب 1,500");
        expect(read(inUrdu("the promise was changed: path 2 for 2024, 4 for 2025 became 3 for 2025"))).toBe(
            "وعدہ تبدیل کیا گیا: درمیانی اہداف پہلے 2024: 2 · 2025: 4، اب 2025: 3",
        );
        expect(read(inUrdu("the promise was withdrawn: due 2024-06-30 became none"))).toBe(
            "وعدہ واپس لیا گیا: مقررہ تاریخ پہلے 30 جون، 2024، اب کوئی نہیں",
        );
        expect(english(inUrdu("the promise was mended: colour red became green"))).toEqual(["mended", "colour", "red", "green"]);
    });

    it("leaves alone what it does not know", () => {
        expect(inUrdu("the plan states no courage")).toBeUndefined();
        expect(inUrdu("a sentence of tomorrow")).toBeUndefined();
        expect(labelInUrdu("weather")).toBeUndefined();
        expect(sourceInUrdu("april-2024-news")).toBeUndefined();
        expect(valueInUrdu("IT and ITeS (not BPO alone)", "scope")).toBeUndefined();
        expect(valueInUrdu("", "returned")).toEqual([]);
    });
});
