import { useTranslation } from "react-i18next";

import type { SeriesAdjustment } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fact } from "../frame/Fact";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { unitName } from "../language/i18n";
import { qualityOf } from "./adjusted";

/** Which days move the figures, and by how much. */
function Influences({ made }: { made: SeriesAdjustment }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    if (made.influences.length === 0) return <>{t("forecasts.adjusted.noInfluence")}</>;
    const isFactor = made.mode === "multiplicative";
    return (
        <ul className="plain-list assumptions">
            {made.influences.map(({ name, coefficient, t: ratio }) => (
                <li key={name}>
                    {t(`forecasts.adjusted.influences.${name}`, { defaultValue: name })}:{" "}
                    <bdi dir="ltr">{format.number(isFactor ? 100 * (Math.exp(coefficient) - 1) : coefficient, 2)}</bdi> {isFactor ? "%" : unitName(i18n.language, made.unit)}{" "}
                    <bdi className="hint" dir="ltr">
                        (t {format.decimal(ratio.toFixed(1))})
                    </bdi>
                </li>
            ))}
        </ul>
    );
}

/** "(0 1 1)(0 1 1)", with its mean if it has one. */
function Model({ name }: { name: string }) {
    const { t } = useTranslation();
    const mean = " with a mean";
    return (
        <>
            <bdi dir="ltr">ARIMA {name.replace(mean, "")}</bdi> {name.endsWith(mean) && t("forecasts.adjusted.modelMean")}
            <p className="hint">{t("forecasts.adjusted.modelText")}</p>
        </>
    );
}

function Outliers({ made }: { made: SeriesAdjustment }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (made.outliers.length === 0) return <>{t("forecasts.adjusted.noOutlier")}</>;
    return (
        <ul className="plain-list assumptions">
            {made.outliers.map(({ time, kind }) => (
                <li key={time}>
                    {format.period(time)}: {t(`forecasts.adjusted.kinds.${kind}`)}
                </li>
            ))}
        </ul>
    );
}

/** How the season was taken out, and how far that can be trusted. */
export function AdjustedFacts({ made }: { made: SeriesAdjustment }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { seasonality, mode, m, q, left_in_adjusted: left } = made;
    if (seasonality === null || m === null) return null;
    const m7 = m[6];
    return (
        <Part id="how" title={t(made.adjusted ? "forecasts.adjusted.how" : "forecasts.adjusted.found")}>
            <dl className="facts">
                <Fact name={t("forecasts.adjusted.seasonality")}>{t(`forecasts.adjusted.verdict.${seasonality}`)}</Fact>
                {made.adjusted && mode !== null && <Fact name={t("forecasts.adjusted.scale")}>{t(`forecasts.adjusted.modes.${mode}`)}</Fact>}
                {made.model !== null && (
                    <Fact name={t("forecasts.adjusted.model")}>
                        <Model name={made.model} />
                    </Fact>
                )}
                <Fact name={t("forecasts.adjusted.calendar")}>
                    <Influences made={made} />
                    {made.influences.length > 0 && <p className="hint">{t("forecasts.adjusted.influencesHint")}</p>}
                </Fact>
                <Fact name={t("forecasts.adjusted.outliers")}>
                    <Outliers made={made} />
                </Fact>
                {made.adjusted && <Fact name={t("forecasts.adjusted.filters")}>{t("forecasts.adjusted.filtersText", { season: made.seasonal_filter, terms: made.trend_terms })}</Fact>}
                {made.adjusted && q !== null && (
                    <Fact name={t("forecasts.adjusted.quality")}>
                        {t(`forecasts.adjusted.qualities.${qualityOf(q)}`, { q: format.number(q, 2), m7: format.number(m7 ?? 0, 3) })}
                        <Fold words={t("forecasts.adjusted.measures")}>
                            <p>
                                <bdi>{m.flatMap((value, index) => (value > 0 ? [`M${index + 1} ${format.number(value, 3)}`] : [])).join(" · ")}</bdi>
                            </p>
                            <p className="hint">{t("forecasts.adjusted.measuresText")}</p>
                        </Fold>
                    </Fact>
                )}
                {made.adjusted && left !== null && (
                    <Fact name={t("forecasts.adjusted.left")}>{t(left < 0.05 ? "forecasts.adjusted.leftSome" : "forecasts.adjusted.leftNone", { p: format.number(left, 3) })}</Fact>
                )}
            </dl>
        </Part>
    );
}
