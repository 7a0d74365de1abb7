import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { Coded } from "../language/Coded";
import { Unit } from "../language/Saying";
import type { Qualified as Value } from "./arrange";

interface Props {
    of: Value & { reason?: string };
    unit?: string;
    digits?: number;
    /** A share of 1, written in percent. */
    isShare?: boolean;
    /** A number of percent. */
    isPercent?: boolean;
    /** Money: shortened, the whole of it where one rests on it. */
    isMoney?: boolean;
}

/** A figure with what is known of it: "more than 1,317", "about 50.1 %"; why there is none, else. */
export function Qualified({ of, unit = "", digits = 2, isShare = false, isPercent = false, isMoney = false }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    if (of.value === null)
        return of.reason === undefined || of.reason === "" ? (
            <span className="hint">{t("programmes.notKnown")}</span>
        ) : (
            <span className="hint">
                <Coded text={of.reason} isPart />
            </span>
        );
    const number = isShare || isPercent
        ? format.percent(isPercent ? of.value / 100 : of.value, 1)
        : isMoney && Math.abs(of.value) >= 100_000
          ? format.compact(of.value)
          : format.number(of.value, digits);
    return (
        <span className="qualified" title={isMoney ? format.number(of.value) : undefined}>
            {of.qualifier === "exact" ? number : t(`programmes.qualifier.${of.qualifier}`, { value: number })}
            {unit !== "" && (
                <>
                    {" "}
                    <Unit unit={unit} />
                </>
            )}
        </span>
    );
}
