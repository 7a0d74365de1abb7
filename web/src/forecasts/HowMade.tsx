import { useTranslation } from "react-i18next";

import type { SeriesForecast } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Saying } from "../language/Saying";
import { Models } from "./Models";

/** The models, what stood in for them, and what was assumed. */
export function HowMade({ forecast }: { forecast: SeriesForecast }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { models = [], fallback, every, known } = forecast;
    const isSum = every !== "month";
    return (
        <Part id="how" title={t("forecasts.how")}>
            <dl className="facts">
                <div className="facts-row">
                    <dt>{t("forecasts.method")}</dt>
                    <dd>{t(`forecasts.methods.${forecast.method}`)}</dd>
                </div>
                <div className="facts-row">
                    <dt>{t("forecasts.known")}</dt>
                    <dd>{t(`forecasts.ahead.${every}`, { count: known, formatted: format.number(known) })}</dd>
                </div>
                {models.length > 0 && (
                    <div className="facts-row">
                        <dt>{t("forecasts.models")}</dt>
                        <dd>
                            <Models of={models} />
                            {models.length > 2 && <p className="hint">{t("forecasts.modelsText")}</p>}
                        </dd>
                    </div>
                )}
                {fallback !== undefined && fallback !== null && (
                    <div className="facts-row">
                        <dt>{t("forecasts.fallback")}</dt>
                        <dd>
                            <Saying text={fallback} />
                        </dd>
                    </div>
                )}
                {forecast.ahead !== undefined && (
                    <div className="facts-row">
                        <dt>{t("forecasts.assumptions")}</dt>
                        <dd>
                            <ul className="plain-list assumptions">
                                <li>{t(forecast.non_negative ? "forecasts.nonNegative" : "forecasts.mayBeNegative")}</li>
                                {isSum && <li>{t(forecast.from_months ? "forecasts.fromMonths" : "forecasts.notFromMonths")}</li>}
                                <li>{t("forecasts.bands")}</li>
                            </ul>
                        </dd>
                    </div>
                )}
            </dl>
        </Part>
    );
}
