import { useTranslation } from "react-i18next";

import type { ForecastAsked } from "../data/queries";
import type { SeriesForecast } from "../data/types";
import { Part } from "../frame/Part";
import { commandOf } from "./arrange";

/** The pages only read, so they say how a forecast is published. */
export function Publish({ forecast, asked }: { forecast: SeriesForecast; asked: ForecastAsked }) {
    const { t } = useTranslation();
    const { horizon, method, levels } = asked;
    return (
        <Part id="publish" title={t("forecasts.publish")} hint={t("forecasts.publishText")}>
            <pre dir="ltr" lang="en" tabIndex={0} aria-label={t("forecasts.publish")} role="group">
                <code>{commandOf(forecast.series, { every: forecast.every, horizon, method, levels })}</code>
            </pre>
        </Part>
    );
}
