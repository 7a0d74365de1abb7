import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import type { History, Series, Value } from "./history";
import { nameIn } from "./message";

/** What every part of the page shows: the figures, the day, and today for comparison. */
export interface Shown {
    history: History;
    day: string;
    today: string;
    /** Nothing was published between the day and today. */
    isNewest: boolean;
}

const nameOfValue = (value: Value | undefined, language: string) =>
    value === undefined ? "" : (nameIn(value.names, language)?.text ?? value.id);

/** Names in the language of the page for series, their units and their statuses. */
export function useSeriesNames() {
    const { i18n } = useTranslation();
    const { language } = i18n;
    return useMemo(() => {
        const comma = language === "ur" ? "، " : ", ";
        return {
            comma,
            value: (value: Value | undefined) => nameOfValue(value, language),
            /** The codes by which a series differs from those beside it; all of them, where it is alone. */
            series: (series: Series, telling: string[]) =>
                [...series.codes]
                    .filter(([id]) => telling.length === 0 || telling.includes(id))
                    .map(([, value]) => nameOfValue(value, language))
                    .join(comma),
            unit: ({ codes, attributes }: Series) => {
                const unit = nameOfValue(codes.get("UNIT_MEASURE") ?? attributes.get("UNIT_MEASURE"), language);
                const multiplier = attributes.get("UNIT_MULT");
                return multiplier === undefined || multiplier.id === "0"
                    ? unit
                    : [unit, nameOfValue(multiplier, language)].filter((part) => part !== "").join(comma);
            },
        };
    }, [language]);
}

const separator = "@";

/** The figure whose source the address opens: KEY@PERIOD. */
export function useFigure() {
    const [search, setSearch] = useSearchParams();
    const [key = "", period = ""] = (search.get("figure") ?? "").split(separator);
    const set = (figure: string | undefined) =>
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                if (figure === undefined) after.delete("figure");
                else after.set("figure", figure);
                return after;
            },
            { replace: true },
        );
    return {
        figure: key === "" || period === "" ? undefined : { key, period },
        open: (series: Series, of: string) => set(`${series.key}${separator}${of}`),
        close: () => set(undefined),
    };
}
