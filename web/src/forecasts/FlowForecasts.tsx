import { useTranslation } from "react-i18next";

import "../language/loadForecasts";

import { usePlan } from "../data/queries";
import { Part } from "../frame/Part";
import { PlaceLink } from "../moment/PlaceLink";
import { seriesAt } from "../statistics/arrange";
import type { Shown } from "../statistics/shown";
import type { Flow } from "../statistics/structure";
import { SeriesName } from "./SeriesName";
import { declaredOf, isOfForecasts, wordsOfSeries } from "./seriesWords";

const most = 12;

/** From the series that are shown to their forecasts, each once however often its figures come. */
export default function FlowForecasts({ flow, shown }: { flow: Flow; shown: Shown }) {
    const { t } = useTranslation();
    const declared = declaredOf(usePlan().data);
    const keys = new Set(seriesAt(shown.history, shown.day).flatMap((series) => wordsOfSeries(flow, series, declared) ?? []));
    if (isOfForecasts(flow, declared))
        return (
            <Part id="forecasts" title={t("forecasts.published")} hint={t("forecasts.publishedHint")}>
                <p>
                    <PlaceLink to="/statistics/forecasts">{t("forecasts.toPublished")}</PlaceLink>
                </p>
            </Part>
        );
    if (keys.size === 0) return null;
    const day = shown.day === shown.today ? "" : `&as_of=${shown.day}`;
    return (
        <Part id="forecasts" title={t("forecasts.links")} hint={t("forecasts.linksHint")}>
            <ul className="plain-list">
                {[...keys].slice(0, most).map((key) => (
                    <li key={key}>
                        <PlaceLink to={`/statistics/forecast?series=${encodeURIComponent(key)}${day}`}>
                            <SeriesName of={key} />
                        </PlaceLink>
                    </li>
                ))}
            </ul>
        </Part>
    );
}
