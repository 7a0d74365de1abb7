import { useTranslation } from "react-i18next";

import "../language/loadForecasts";

import { useTargetOutlook } from "../data/queries";
import type { TargetChance } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Fold } from "../frame/Fold";
import { Tiles, type Tile } from "../frame/Tiles";
import { Saying } from "../language/Saying";
import { Nodes } from "../story/ExplanationTree";
import "../styles/rooms.css";
import "./forecasts.css";
import { Untold } from "./Untold";

/** A number, a certainty, or a word for neither. */
function useWords(): (chance: TargetChance) => string {
    const { t } = useTranslation();
    const format = useFormat();
    return ({ probability, known }) => {
        if (probability === null) return t("forecasts.cannotTell");
        if (known) return t(probability > 0 ? "forecasts.outlook.yes" : "forecasts.outlook.no");
        if (probability > 0.99) return t("forecasts.outlook.more");
        if (probability < 0.01) return t("forecasts.outlook.less");
        return format.percent(probability);
    };
}

/** How likely a target is to be met by its due date: by what is verified, and by what is reported. */
export default function TargetOutlookPart({ id }: { id: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const words = useWords();
    const answer = useTargetOutlook(id);
    const day = answer.data?.days.at(-1);
    const footings = ["verified", "reported"] as const;
    const isSame = day !== undefined && day.verified.probability === null && day.verified.reason === day.reported.reason;
    const tiles: Tile[] =
        day === undefined
            ? []
            : footings.map((footing) => ({
                  name: t(`forecasts.chance.${footing}`),
                  value: words(day[footing]),
                  ...(day[footing].probability === null ? { tone: "unknown" as const } : {}),
                  note: day[footing].reason === "" ? undefined : <Saying text={day[footing].reason} />,
              }));
    return (
        <section id="outlook" className="outlook" aria-labelledby="outlook-heading" aria-busy={answer.isFetching}>
            <h2 id="outlook-heading">{t("forecasts.outlook.title")}</h2>
            {answer.isError && <Failed words={t("forecasts.outlook.failed")} retry={() => void answer.refetch()} />}
            {answer.data !== undefined && day !== undefined && (
                <>
                    <p className="hint">
                        {answer.data.exercise && <strong>{t("forecasts.outlook.exercise")}. </strong>}
                        {t("forecasts.chance.asOf", { day: format.day(day.as_of) })}
                    </p>
                    {isSame ? <Untold reason={day.verified.reason} /> : <Tiles tiles={tiles} />}
                    {!isSame &&
                        footings.map((footing) => (
                            <Fold key={footing} words={t(`forecasts.chance.how.${footing}`)} className="outlook-models">
                                <Nodes nodes={day[footing].explanation.parts ?? []} open={false} />
                            </Fold>
                        ))}
                </>
            )}
        </section>
    );
}
