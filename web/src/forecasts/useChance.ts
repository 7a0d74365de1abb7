import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import type { Chance } from "./arrange";

/** A probability in words: only what is known is certain. */
export function useChance(): (chance: Chance) => string {
    const { t } = useTranslation();
    const format = useFormat();
    return (chance) => {
        if (chance.is === "untold") return t("forecasts.cannotTell");
        if (chance.is === "known") return t(chance.isMet ? "forecasts.outlook.yes" : "forecasts.outlook.no");
        if (chance.probability > 0.99) return t("forecasts.outlook.more");
        if (chance.probability < 0.01) return t("forecasts.outlook.less");
        return format.percent(chance.probability);
    };
}
