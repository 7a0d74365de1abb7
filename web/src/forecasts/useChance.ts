import { useTranslation } from "react-i18next";

import type { OutlookDay } from "../data/types";
import { useFormat } from "../format/useFormat";
import { chanceOf } from "./arrange";

/** The probability of a day in words: only what is known is certain. */
export function useChance(): (day: OutlookDay) => string {
    const { t } = useTranslation();
    const format = useFormat();
    return (day) => {
        const chance = chanceOf(day);
        if (chance.is === "untold") return t("forecasts.cannotTell");
        if (chance.is === "known") return t(chance.isMet ? "forecasts.outlook.yes" : "forecasts.outlook.no");
        if (chance.probability > 0.99) return t("forecasts.outlook.more");
        if (chance.probability < 0.01) return t("forecasts.outlook.less");
        return format.percent(chance.probability);
    };
}
