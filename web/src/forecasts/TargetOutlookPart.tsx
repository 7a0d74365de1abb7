import { useTranslation } from "react-i18next";

import "../language/loadForecasts";

import { useTargetOutlook } from "../data/queries";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Fold } from "../frame/Fold";
import { Tiles, type Tile } from "../frame/Tiles";
import { Saying } from "../language/Saying";
import { Nodes } from "../story/ExplanationTree";
import "../styles/rooms.css";
import "./forecasts.css";
import { chanceOfTarget } from "./arrange";
import { Untold } from "./Untold";
import { useChance } from "./useChance";

/** How likely a target is to be met by its due date: by what is verified, and by what is reported. */
export default function TargetOutlookPart({ id }: { id: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const words = useChance();
    const answer = useTargetOutlook(id);
    const day = answer.data?.days.at(-1);
    const footings = ["verified", "reported"] as const;
    const isSame = day !== undefined && day.verified.probability === null && day.verified.reason === day.reported.reason;
    const tiles: Tile[] =
        day === undefined
            ? []
            : footings.map((footing) => ({
                  name: t(`forecasts.chance.${footing}`),
                  value: words(chanceOfTarget(day[footing])),
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
