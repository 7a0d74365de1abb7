import { useTranslation } from "react-i18next";

import "../language/loadForecasts";
import "../language/loadRooms";

import { usePublishedForecasts } from "../data/queries";
import { useFormat } from "../format/useFormat";
import { AnswerPage } from "../frame/AnswerPage";
import { unitName } from "../language/i18n";
import { Unit } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import { AllPublishedChances } from "./AllPublishedChances";
import { digitsFor, publicationsOf, type Publication, type PublishedSeries } from "./arrange";
import { FanChart } from "./FanChart";
import { ForecastTable } from "./ForecastTable";
import { SeriesName, useSeriesName } from "./SeriesName";
import "../statistics/statistics.css";
import "../styles/rooms.css";
import "./forecasts.css";

/** Which figures were forecast, where not those in force: ", figures as first published". */
function useReleaseWords(): (of: PublishedSeries) => string {
    const { t } = useTranslation();
    return ({ release }) => (release === "in-force" ? "" : `${t("story.comma")}${t(`forecasts.release.${release}`)}`);
}

function Scores({ of }: { of: PublishedSeries }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const { scores } = of;
    if (scores.length === 0) return <p className="hint">{t("forecasts.scoresNone")}</p>;
    return (
        <dl className="published-scores" aria-label={t("forecasts.scores")}>
            {scores.map(({ every, level, came, inside, pinball }) => (
                <div key={`${every} ${level}`}>
                    <dt>{t("forecasts.scoresOf", { level: format.number(level), kind: t(`forecasts.of.${every}`) })}</dt>
                    <dd>
                        <strong>{t("forecasts.scoresInside", { inside: format.number(inside), came: format.number(came) })}</strong>
                    </dd>
                    <dd className="hint">
                        {t("forecasts.scoresMeant", { share: format.percent(inside / came), level: format.number(level), loss: format.number(pinball), unit: unitName(i18n.language, of.unit) })}
                    </dd>
                </div>
            ))}
        </dl>
    );
}

function Published({ publication, of }: { publication: Publication; of: PublishedSeries }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const nameOf = useSeriesName();
    const releaseOf = useReleaseWords();
    const { entry, published, every, rows } = publication;
    const came = rows.flatMap(({ time, came: value }) => (value === null ? [] : [{ time, value }]));
    const digits = digitsFor(rows.flatMap(({ mean, intervals }) => [mean, ...intervals.map(({ upper }) => upper)]));
    const caption = `${t("forecasts.publishedOn", { day: format.day(published) })}${t("story.comma")}${t("forecasts.entry", { number: entry })}`;
    return (
        <section className="publication" aria-labelledby={`entry-${entry}`}>
            <h3 id={`entry-${entry}`}>
                {t("forecasts.publishedOn", { day: format.day(published) })}{" "}
                <span className="publication-entry">
                    {t(`forecasts.ahead.${every}`, { count: rows.length, formatted: format.number(rows.length) })} ·{" "}
                    <PlaceLink to={`/journal/${entry}`}>{t("forecasts.entry", { number: entry })}</PlaceLink>
                </span>
            </h3>
            {rows.length > 1 && (
                <FanChart
                    every={every}
                    past={[]}
                    ahead={rows}
                    came={came}
                    cameWords={t("forecasts.came")}
                    unit={unitName(i18n.language, of.unit)}
                    height={240}
                    label={t("forecasts.cameChart", {
                        name: `${nameOf(of.series)}${releaseOf(of)}`,
                        day: format.day(published),
                        count: rows.length,
                        from: format.period(rows[0]?.time ?? ""),
                        until: format.period(rows.at(-1)?.time ?? ""),
                        came: came.length,
                    })}
                />
            )}
            <ForecastTable rows={rows} unit={of.unit} digits={digits} caption={caption} withCame />
        </section>
    );
}

function Series({ of, index }: { of: PublishedSeries; index: number }) {
    const { t } = useTranslation();
    const releaseOf = useReleaseWords();
    return (
        <section className="page-part" aria-labelledby={`published-${index}`}>
            <h2 id={`published-${index}`}>
                <SeriesName of={of.series} />
                {releaseOf(of)}
            </h2>
            <p className="hint">
                <Unit unit={of.unit} /> · <PlaceLink to={`/statistics/forecast?series=${encodeURIComponent(of.series)}`}>{t("forecasts.newForecast")}</PlaceLink>
            </p>
            <Scores of={of} />
            {publicationsOf(of).map((publication) => (
                <Published key={publication.entry} publication={publication} of={of} />
            ))}
        </section>
    );
}

/** Everything that was forecast for the record, and what came of it. */
export default function PublishedPage() {
    const { t } = useTranslation();
    const answer = usePublishedForecasts();
    return (
        <AnswerPage title={t("forecasts.published")} answer={answer} lead={() => t("forecasts.publishedLead")}>
            {({ series }) => (
                <>
                    <p className="hint">{t("forecasts.publishedHint")}</p>
                    {series.length === 0 && (
                        <div className="note">
                            <p>
                                <strong>{t("forecasts.publishedNone")}</strong>
                            </p>
                            <p>{t("forecasts.publishedNoneText")}</p>
                        </div>
                    )}
                    {series.map((one, index) => (
                        <Series key={`${one.release} ${one.series}`} of={one} index={index} />
                    ))}
                    <AllPublishedChances />
                    <p className="more">
                        <PlaceLink to="/statistics">{t("statistics.back")}</PlaceLink>
                    </p>
                </>
            )}
        </AnswerPage>
    );
}
