import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import "../language/loadForecasts";
import "../language/loadRooms";

import { useForecast, useSince, type ForecastAsked } from "../data/queries";
import type { SeriesForecast } from "../data/types";
import { useFormat } from "../format/useFormat";
import { AnswerPage } from "../frame/AnswerPage";
import { Part } from "../frame/Part";
import { useTitle } from "../frame/useTitle";
import { Unit } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import StatisticsLink from "../statistics/StatisticsLink";
import { AdjustedView } from "./AdjustedView";
import { cameOf } from "./arrange";
import { ForecastChoices } from "./ForecastChoices";
import { ForecastView } from "./ForecastView";
import { HowMade } from "./HowMade";
import { Publish } from "./Publish";
import { SeriesName, useSeriesName } from "./SeriesName";
import "../statistics/statistics.css";
import "../styles/rooms.css";
import "./forecasts.css";

function NoSeries() {
    const { t } = useTranslation();
    useTitle(t("forecasts.title"));
    return (
        <div className="column problem">
            <h1>{t("forecasts.noSeries")}</h1>
            <p>{t("forecasts.noSeriesText")}</p>
            <p>
                <PlaceLink to="/statistics">{t("statistics.back")}</PlaceLink>
            </p>
        </div>
    );
}

interface ViewProps {
    forecast: SeriesForecast;
    asked: ForecastAsked;
}

/** The figures of a series with their forecast. */
function Ahead({ forecast, asked }: ViewProps) {
    const now = useSince(forecast.series, forecast.every, forecast.today).data;
    return (
        <>
            <ForecastChoices forecast={forecast} asked={asked} />
            <ForecastView forecast={forecast} came={cameOf(forecast, now)} />
            <HowMade forecast={forecast} />
            {forecast.ahead !== undefined && <Publish forecast={forecast} asked={asked} />}
        </>
    );
}

const Adjusted = ({ forecast, asked }: ViewProps) => <AdjustedView series={forecast.series} every={asked.every} />;

/** What can be seen of a series. */
const views = [
    { id: "forecast", name: "forecasts.title", lead: "forecasts.lead", Show: Ahead },
    { id: "adjusted", name: "forecasts.adjusted.title", lead: "forecasts.adjusted.lead", Show: Adjusted },
] as const;

function useView() {
    const [search] = useSearchParams();
    return views.find(({ id }) => id === search.get("view")) ?? views[0];
}

function Views({ forecast, asked }: ViewProps) {
    const { t } = useTranslation();
    const shown = useView();
    const kept = asked.every === undefined ? "" : `&every=${asked.every}`;
    return (
        <>
            <nav className="kinds" aria-label={t("forecasts.views")}>
                {views.map(({ id, name }) => (
                    <PlaceLink key={id} className="kind" to={`/statistics/forecast?series=${encodeURIComponent(forecast.series)}&view=${id}${kept}`} aria-current={id === shown.id ? "true" : undefined}>
                        {t(name)}
                    </PlaceLink>
                ))}
            </nav>
            <shown.Show forecast={forecast} asked={asked} />
        </>
    );
}

function Asked({ asked }: { asked: ForecastAsked }) {
    const { t } = useTranslation();
    const format = useFormat();
    const nameOf = useSeriesName();
    const answer = useForecast(asked);
    const series = answer.data?.series ?? asked.series;
    const view = useView();
    return (
        <AnswerPage
            title={`${t(view.name)}: ${nameOf(series)}`}
            heading={
                <>
                    <span className="heading-kind">{t(view.name)}</span> <SeriesName of={series} />
                </>
            }
            answer={answer}
            lead={({ as_of, unit }) => (
                <>
                    {t(view.lead, { day: format.day(as_of) })} · <Unit unit={unit} />
                </>
            )}
        >
            {(forecast) => (
                <>
                    <Views forecast={forecast} asked={asked} />
                    <Part id="more" title={t("forecasts.published")}>
                        <p className="more-links">
                            <PlaceLink to="/statistics/forecasts">{t("forecasts.toPublished")}</PlaceLink>
                        </p>
                        <StatisticsLink keys={[forecast.series]} />
                    </Part>
                </>
            )}
        </AnswerPage>
    );
}

/** One series of the record, and what it may come to. */
export default function ForecastPage() {
    const [search] = useSearchParams();
    const series = search.get("series") ?? "";
    if (series === "") return <NoSeries />;
    const word = (name: string) => search.get(name) ?? undefined;
    return <Asked asked={{ series, every: word("every"), horizon: word("horizon"), method: word("method"), levels: word("levels") }} />;
}
