import { useTranslation } from "react-i18next";

import "../language/loadForecasts";

import { planOf } from "../data/planDocument";
import { useIndicator, useOutlook, useOutlookHistory, usePlan } from "../data/queries";
import { ProblemError } from "../data/request";
import type { OutcomeOutlook, OutlookDay, Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Fold } from "../frame/Fold";
import { Tiles, type Tile } from "../frame/Tiles";
import { unitName } from "../language/i18n";
import { PlaceLink } from "../moment/PlaceLink";
import { chanceOf, monthsOf, pathOf } from "./arrange";
import { ChanceHistory } from "./ChanceHistory";
import { isOfYear } from "./hasOutlook";
import { Models } from "./Models";
import { PublishedChances } from "./PublishedChances";
import { TrackRecord } from "./TrackRecord";
import { Untold } from "./Untold";
import { useChance } from "./useChance";
import { YearChart } from "./YearChart";
import "../styles/rooms.css";
import "./forecasts.css";

export type Bound = "at_least" | "at_most" | "exactly";

export const boundOf = ({ bound }: OutcomeOutlook): Bound => (bound === "at_most" || bound === "exactly" ? bound : "at_least");

const likely = { at_least: "thatLeast", at_most: "thatMost", exactly: "thatExactly" } as const;

interface Props {
    outlook: OutcomeOutlook;
    day: OutlookDay;
    /** By when it is due, for what has no period of its own. */
    due: string;
}

/** Growth and shares are told in tenths. */
const digitsOf = ({ measure }: OutcomeOutlook) => (measure === "level" ? 0 : 1);

/** The answer in large type. */
function Say({ outlook, day, due }: Props) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const chanceWords = useChance();
    const chance = chanceOf(day);
    const withUnit = (value: string) => `${format.decimal(value)} ${unitName(i18n.language, outlook.unit ?? "")}`.trim();
    const period = outlook.period === null ? t("forecasts.outlook.anyYear", { due: format.period(due) }) : format.period(outlook.period);
    const what = t(`forecasts.outlook.what.${outlook.measure}`, { period, due: format.period(due) });
    const bound = boundOf(outlook);
    if (chance.is === "untold") return <Untold reason={chance.reason} />;
    const actual = day.to_date ?? (day.median ?? 0).toFixed(digitsOf(outlook));
    return (
        <p className="outlook-say" data-chance={chance.is}>
            <strong className="outlook-number">{chanceWords(chance)}</strong>{" "}
            <span>
                {chance.is === "known"
                    ? t("forecasts.outlook.known", { period: what, actual: withUnit(actual), bound: t(`forecasts.outlook.bound.${bound}`, { value: withUnit(outlook.value) }) })
                    : t(`forecasts.outlook.${likely[bound]}`, { period: what, value: withUnit(outlook.value) })}
            </span>
        </p>
    );
}

function Numbers({ outlook, day }: Omit<Props, "due">) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const unit = unitName(i18n.language, outlook.unit ?? "");
    const number = (value: number | undefined) => format.number(value ?? 0, digitsOf(outlook));
    const ofYear = isOfYear(outlook);
    const tiles: Tile[] = [{ name: t("forecasts.outlook.promise"), value: t(`forecasts.outlook.bound.${boundOf(outlook)}`, { value: format.decimal(outlook.value) }), note: unit }];
    if (ofYear)
        tiles.push({
            name: t("forecasts.outlook.toDate"),
            value: day.to_date === null ? t("forecasts.outlook.none") : format.decimal(day.to_date),
            note: t("forecasts.outlook.months", { count: day.months_known, of: 12 }),
        });
    if (chanceOf(day).is === "likely")
        tiles.push(
            { name: t(ofYear ? "forecasts.outlook.median" : "forecasts.outlook.middle"), value: number(day.median), note: t("forecasts.outlook.medianNote") },
            {
                name: t("forecasts.outlook.range"),
                value: t("forecasts.range", { lower: number(day.low), upper: number(day.high) }),
                ...(day.months_before > 0 && { note: t("forecasts.outlook.rests", { count: day.months_before }) }),
            },
        );
    return <Tiles tiles={tiles} />;
}

function Year({ outlook, day, indicator }: Omit<Props, "due"> & { indicator: string | undefined }) {
    const { t } = useTranslation();
    const plan = usePlan().data;
    const months = useIndicator(indicator).data?.months;
    const period = outlook.period ?? "";
    if (plan === undefined || months === undefined) return null;
    const axis = monthsOf(period, Number(planOf(plan).fiscal_year_start ?? 1));
    if (axis.length === 0) return null;
    return (
        <>
            <h3>{t(chanceOf(day).is === "likely" ? "forecasts.outlook.chart" : "forecasts.outlook.chartYear")}</h3>
            <YearChart
                months={axis}
                path={pathOf(axis, months, day.months_known, day.to_date)}
                day={day}
                period={period}
                unit={outlook.unit ?? ""}
                value={Number(outlook.value)}
                bound={boundOf(outlook)}
            />
        </>
    );
}

function HowComputed({ outlook, day }: Omit<Props, "due">) {
    const { t } = useTranslation();
    const ofMonths = outlook.measure !== "concentration";
    return (
        <Fold words={t("forecasts.outlook.models")} className="outlook-models">
            <p>{t(ofMonths ? "forecasts.outlook.modelsText" : "forecasts.outlook.modelsOfShares")}</p>
            <Models of={day.models} />
            {outlook.series !== "" && (
                <p>
                    <PlaceLink to={`/statistics/forecast?series=${encodeURIComponent(outlook.series)}`}>{t("forecasts.outlook.toForecast")}</PlaceLink>
                </p>
            )}
        </Fold>
    );
}

function Answer({ story, outlook }: { story: Story; outlook: OutcomeOutlook }) {
    const { t } = useTranslation();
    const format = useFormat();
    const history = useOutlookHistory(story.id, true).data;
    const day = outlook.days.at(-1);
    if (day === undefined) return null;
    return (
        <>
            <p className="hint">
                {outlook.strategy.exercise && <strong>{t("forecasts.outlook.exercise")}. </strong>}
                {t("forecasts.outlook.asOf", { day: format.day(day.as_of) })}
            </p>
            <Say outlook={outlook} day={day} due={story.due ?? ""} />
            {(isOfYear(outlook) || chanceOf(day).is !== "untold") && <Numbers outlook={outlook} day={day} />}
            {isOfYear(outlook) && <Year outlook={outlook} day={day} indicator={story.indicator} />}
            {history !== undefined && history.days.some(({ probability }) => probability !== undefined) && <ChanceHistory days={history.days} unit={outlook.unit ?? ""} digits={digitsOf(outlook)} />}
            <HowComputed outlook={outlook} day={day} />
            <PublishedChances id={story.id} />
            {outlook.measure !== "concentration" && <TrackRecord id={story.id} enabled={history !== undefined} />}
        </>
    );
}

/** How likely an outcome is to be met, how that moved, and how far such words can be trusted. */
export default function OutlookPart({ story }: { story: Story }) {
    const { t } = useTranslation();
    const answer = useOutlook(story.id);
    // The server knows best which outcomes have one.
    const isNone = answer.error instanceof ProblemError && answer.error.problem.code === "E0001";
    if (isNone) return null;
    return (
        <section id="outlook" className="outlook" aria-labelledby="outlook-heading" aria-busy={answer.isFetching}>
            <h2 id="outlook-heading">{t("forecasts.outlook.title")}</h2>
            {answer.isError && <Failed words={t("forecasts.outlook.failed")} retry={() => void answer.refetch()} />}
            {answer.data !== undefined && <Answer story={story} outlook={answer.data} />}
        </section>
    );
}
