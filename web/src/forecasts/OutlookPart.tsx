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
import { Models } from "./Models";
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
    story: Story;
    outlook: OutcomeOutlook;
    day: OutlookDay;
}

/** The answer in large type. */
function Say({ story, outlook, day }: Props) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const chanceWords = useChance();
    const chance = chanceOf(day);
    const withUnit = (value: string) => `${format.decimal(value)} ${unitName(i18n.language, story.unit ?? "")}`.trim();
    const period = format.period(story.period ?? "");
    const bound = boundOf(outlook);
    if (chance.is === "untold") return <Untold reason={chance.reason} />;
    return (
        <p className="outlook-say" data-chance={chance.is}>
            <strong className="outlook-number">{chanceWords(chanceOf(day))}</strong>{" "}
            <span>
                {chance.is === "known"
                    ? t("forecasts.outlook.known", { period, actual: withUnit(day.to_date ?? ""), bound: t(`forecasts.outlook.bound.${bound}`, { value: withUnit(outlook.value) }) })
                    : t(`forecasts.outlook.${likely[bound]}`, { period, value: withUnit(outlook.value) })}
            </span>
        </p>
    );
}

function Numbers({ story, outlook, day }: Props) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const unit = unitName(i18n.language, story.unit ?? "");
    const whole = (value: number | undefined) => format.number(value ?? 0, 0);
    const tiles: Tile[] = [
        { name: t("forecasts.outlook.promise"), value: t(`forecasts.outlook.bound.${boundOf(outlook)}`, { value: format.decimal(outlook.value) }), note: unit },
        {
            name: t("forecasts.outlook.toDate"),
            value: day.to_date === null ? t("forecasts.outlook.none") : format.decimal(day.to_date),
            note: t("forecasts.outlook.months", { count: day.months_known, of: 12 }),
        },
    ];
    if (chanceOf(day).is === "likely")
        tiles.push(
            { name: t("forecasts.outlook.median"), value: whole(day.median), note: t("forecasts.outlook.medianNote") },
            {
                name: t("forecasts.outlook.range"),
                value: t("forecasts.range", { lower: whole(day.low), upper: whole(day.high) }),
                note: t("forecasts.outlook.rests", { count: day.months_before }),
            },
        );
    return <Tiles tiles={tiles} />;
}

function Year({ story, outlook, day }: Props) {
    const { t } = useTranslation();
    const plan = usePlan().data;
    const months = useIndicator(story.indicator).data?.months;
    if (plan === undefined || months === undefined) return null;
    const axis = monthsOf(story.period ?? "", Number(planOf(plan).fiscal_year_start ?? 1));
    if (axis.length === 0) return null;
    return (
        <>
            <h3>{t(chanceOf(day).is === "likely" ? "forecasts.outlook.chart" : "forecasts.outlook.chartYear")}</h3>
            <YearChart
                months={axis}
                path={pathOf(axis, months, day.months_known, day.to_date)}
                day={day}
                period={story.period ?? ""}
                unit={story.unit ?? ""}
                value={Number(outlook.value)}
                bound={boundOf(outlook)}
            />
        </>
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
                {outlook.exercise && <strong>{t("forecasts.outlook.exercise")}. </strong>}
                {t("forecasts.outlook.asOf", { day: format.day(day.as_of) })}
            </p>
            <Say story={story} outlook={outlook} day={day} />
            <Numbers story={story} outlook={outlook} day={day} />
            <Year story={story} outlook={outlook} day={day} />
            {history !== undefined && history.days.length > 1 && <ChanceHistory days={history.days} unit={story.unit ?? ""} />}
            <Fold words={t("forecasts.outlook.models")} className="outlook-models">
                <p>{t("forecasts.outlook.modelsText")}</p>
                <Models of={day.models} />
                <p>
                    <PlaceLink to={`/statistics/forecast?series=${encodeURIComponent(outlook.series)}`}>{t("forecasts.outlook.toForecast")}</PlaceLink>
                </p>
            </Fold>
            <TrackRecord id={story.id} enabled={history !== undefined} />
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
