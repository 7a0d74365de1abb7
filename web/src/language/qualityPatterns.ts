import { clause, type Pattern } from "./sayingPatterns";

const meant = "<number> for <number2>";
const insteadOf = "{number2} کی جگہ {number}";

/** A slip by its kind; most can be said with what speaks for it. */
const slips = [
    ["printed in another unit", "کسی اور اکائی میں شائع"],
    ["a digit left out", "ایک ہندسہ رہ گیا"],
    ["a digit too many", "ایک ہندسہ زائد"],
    ["one digit wrong", "ایک ہندسہ غلط"],
    ["two digits exchanged", "دو ہندسے آپس میں بدل گئے"],
    ["a point in the wrong place, or a zero too many or too few", "اعشاریہ غلط جگہ پر، یا ایک صفر زیادہ یا کم"],
] as const;
const reasons = [
    ["", ""],
    [", as the total beside it needs", "، جیسا ساتھ کا کل تقاضا کرتا ہے"],
    [", as the size of its line is in the years around it", "، جیسا آس پاس کے سالوں میں اس سطر کا حجم ہے"],
    ["? The year's other growth is near <number3> percent", "؟ سال کی باقی نمو {number3} فیصد کے قریب ہے"],
] as const;

/** What the review of published figures says: likely causes, and what to look up. */
export const qualityPatterns: Pattern[] = [
    ...slips.flatMap(([english, urdu]) =>
        reasons.map(([why, urduWhy]) => clause([`${english}: ${meant}${why}`, `${urdu}: ${insteadOf}${urduWhy}`])),
    ),
    ...(
        [
            ["it repeats the figure of <period> to the last digit", "یہ {period} کے عدد کو آخری ہندسے تک دہراتا ہے"],
            ["it repeats the figure of <period>, as another line of the same source does",
                "یہ {period} کے عدد کو دہراتا ہے، جیسے اسی ماخذ کی ایک اور سطر بھی"],
            ["it repeats the figure of <period>", "یہ {period} کے عدد کو دہراتا ہے"],
            ["it is the figure of <period>, called the year", "یہ {period} کا عدد ہے، جسے پورے سال کا کہا گیا"],
            ["as much as <count> of the 12 months, called the year", "12 میں سے {count} مہینوں جتنا، جسے پورے سال کا کہا گیا"],
            ["its table counts fewer months than its name says, as other lines of it show",
                "اس کا جدول نام سے کم مہینے شمار کرتا ہے، جیسا اس کی دوسری سطریں دکھاتی ہیں"],
            ["its parts sum to <number>, <number2> more", "اس کے حصوں کا مجموعہ {number} ہے، {number2} زیادہ"],
            ["its parts sum to <number>, <number2> less", "اس کے حصوں کا مجموعہ {number} ہے، {number2} کم"],
            ["its printed parts sum to <number>, <number2> more", "اس کے شائع شدہ حصوں کا مجموعہ {number} ہے، {number2} زیادہ"],
            ["it is the figure of the whole (<name>), printed for <name2>", "یہ پورے ({name}) کا عدد ہے، جو {name2} کے لیے شائع ہوا"],
            ["a share is above 100 percent of the whole", "حصہ پورے کے 100 فیصد سے زیادہ ہے"],
            ["<count> others print <number> or nearly so for the same months",
                "{count} دوسرے انہی مہینوں کے لیے {number} یا اس کے قریب شائع کرتے ہیں"],
            ["a sum to date falls as months are added", "مہینے بڑھنے پر مجموعہ گھٹ جاتا ہے"],
            ["it is not the difference of the sums to date around it", "یہ آس پاس کے مجموعوں کا فرق نہیں"],
            ["it gives a growth of <number> percent where the months around it grow by <number2>",
                "اس سے {number} فیصد نمو نکلتی ہے، جبکہ آس پاس کے مہینوں کی نمو {number2} فیصد ہے"],
            ["the text that prints it names it as superseded", "جو متن اسے شائع کرتا ہے وہ اسے منسوخ شدہ کہتا ہے"],
            ["the text that prints it prints another figure for the same period", "جو متن اسے شائع کرتا ہے وہ اسی مدت کے لیے ایک اور عدد شائع کرتا ہے"],
            ["look up whether <number> was meant", "دیکھیں کہ کیا {number} مراد تھا"],
            ["look up the base of the comparison in the source", "ماخذ میں موازنے کی بنیاد دیکھیں"],
            ["look up the total and each part in the source", "ماخذ میں کل اور ہر حصہ دیکھیں"],
            ["look up what the figure is of; the part's own is not published", "دیکھیں کہ عدد کس کا ہے؛ حصے کا اپنا عدد شائع نہیں ہوا"],
            ["look up which months the source counts", "دیکھیں کہ ماخذ کون سے مہینے شمار کرتا ہے"],
            ["look up which line and which months the source counts", "دیکھیں کہ ماخذ کون سی سطر اور کون سے مہینے شمار کرتا ہے"],
            ["look up the order of the lines in the source", "ماخذ میں سطروں کی ترتیب دیکھیں"],
            ["look up the figure and its base in the source", "ماخذ میں عدد اور اس کی بنیاد دیکھیں"],
            ["look up the month and both sums in the source", "ماخذ میں مہینہ اور دونوں مجموعے دیکھیں"],
            ["look up the figure in the source", "ماخذ میں عدد دیکھیں"],
            ["look up what the share is of", "دیکھیں کہ حصہ کس کا ہے"],
            ["<count> values were published from <number> to <number2>; in force is <name>",
                "{count} قدریں شائع ہوئیں، {number} سے {number2} تک؛ رائج {name} ہے"],
            ["use the other figure of the text", "متن کا دوسرا عدد استعمال کریں"],
        ] as const
    ).map(clause),
];
