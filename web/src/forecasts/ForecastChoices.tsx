import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import type { ForecastAsked } from "../data/queries";
import type { SeriesForecast } from "../data/types";
import { useFormat } from "../format/useFormat";
import type { Every } from "./arrange";

const kinds: Every[] = ["month", "quarter", "half", "year"];
const horizons: Record<Every, { usual: number; more: number[] }> = {
    month: { usual: 12, more: [3, 6, 18, 24, 36] },
    quarter: { usual: 8, more: [4, 12] },
    half: { usual: 8, more: [2, 4] },
    year: { usual: 3, more: [1, 2, 5] },
};
const methods = ["combination", "ets", "arima", "theta", "ces", "seasonal-naive"] as const;
const levelLists = ["80,95", "50,80,95", "50,90"] as const;

/** Keeps a choice in the address; an empty one is the usual. */
export function useTake(): (name: string, value: string, without?: string) => void {
    const [, setSearch] = useSearchParams();
    return (name, value, without) =>
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                if (value === "") after.delete(name);
                else after.set(name, value);
                if (without !== undefined) after.delete(without);
                return after;
            },
            { replace: true },
        );
}

interface KindsProps {
    kinds: readonly Every[];
    every: Every;
    take: (kind: Every) => void;
}

/** Which periods: months, quarters … */
export function Kinds({ kinds: offered, every, take }: KindsProps) {
    const { t } = useTranslation();
    return (
        <div className="choice" role="group" aria-label={t("forecasts.every.label")}>
            {offered.map((kind) => (
                <button key={kind} type="button" aria-pressed={kind === every} onClick={() => take(kind)}>
                    {t(`forecasts.every.${kind}`)}
                </button>
            ))}
        </div>
    );
}

interface SelectProps {
    name: string;
    label: string;
    value: string;
    options: readonly { value: string; text: string }[];
    take: (name: string, value: string) => void;
}

export function Choice({ name, label, value, options, take }: SelectProps) {
    const isListed = options.some((option) => option.value === value);
    return (
        <label>
            {label}
            <select value={value} onChange={(event) => take(name, event.currentTarget.value)}>
                {!isListed && <option value={value}>{value}</option>}
                {options.map((option) => (
                    <option key={option.value} value={option.value}>
                        {option.text}
                    </option>
                ))}
            </select>
        </label>
    );
}

/** Of what, how far and how; the address keeps the choice. */
export function ForecastChoices({ forecast, asked }: { forecast: SeriesForecast; asked: ForecastAsked }) {
    const { t } = useTranslation();
    const format = useFormat();
    const take = useTake();
    const { every } = forecast;
    const { usual, more } = horizons[every];
    const ahead = (count: number) => t(`forecasts.ahead.${every}`, { count, formatted: format.number(count) });
    return (
        <section className="forecast-choices" aria-label={t("forecasts.choices")}>
            <Kinds kinds={kinds} every={every} take={(kind) => take("every", kind, "horizon")} />
            <Choice
                name="horizon"
                label={t("forecasts.horizon")}
                value={asked.horizon ?? ""}
                options={[{ value: "", text: ahead(usual) }, ...more.map((count) => ({ value: String(count), text: ahead(count) }))]}
                take={take}
            />
            <Choice
                name="method"
                label={t("forecasts.method")}
                value={asked.method ?? "combination"}
                options={methods.map((method) => ({ value: method, text: t(`forecasts.methods.${method}`) }))}
                take={(name, value) => take(name, value === "combination" ? "" : value)}
            />
            <Choice
                name="levels"
                label={t("forecasts.levels")}
                value={asked.levels ?? "80,95"}
                options={levelLists.map((list) => ({ value: list, text: t(`forecasts.percentList.${list}`) }))}
                take={(name, value) => take(name, value === "80,95" ? "" : value)}
            />
        </section>
    );
}
