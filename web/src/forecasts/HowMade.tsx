import { useTranslation } from "react-i18next";

import type { SeriesForecast } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fact } from "../frame/Fact";
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
                <Fact name={t("forecasts.method")}>{t(`forecasts.methods.${forecast.method}`)}</Fact>
                <Fact name={t("forecasts.known")}>{t(`forecasts.ahead.${every}`, { count: known, formatted: format.number(known) })}</Fact>
                {models.length > 0 && (
                    <Fact name={t("forecasts.models")}>
                        <Models of={models} />
                        {models.length > 2 && <p className="hint">{t("forecasts.modelsText")}</p>}
                    </Fact>
                )}
                {fallback !== undefined && fallback !== null && (
                    <Fact name={t("forecasts.fallback")}>
                        <Saying text={fallback} />
                    </Fact>
                )}
                {forecast.ahead !== undefined && (
                    <Fact name={t("forecasts.assumptions")}>
                        <ul className="plain-list assumptions">
                            <li>{t(forecast.non_negative ? "forecasts.nonNegative" : "forecasts.mayBeNegative")}</li>
                            {isSum && <li>{t(forecast.from_months ? "forecasts.fromMonths" : "forecasts.notFromMonths")}</li>}
                            <li>{t("forecasts.bands")}</li>
                        </ul>
                    </Fact>
                )}
            </dl>
        </Part>
    );
}
