import { useTranslation } from "react-i18next";

import "../language/loadForecasts";

import { useTargetOutlook } from "../data/queries";
import type { TargetChance, TargetOutlook } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Fold } from "../frame/Fold";
import { Saying } from "../language/Saying";
import { Nodes } from "../story/ExplanationTree";
import { chanceOfTarget } from "./arrange";
import { PublishedChances } from "./PublishedChances";
import { Untold } from "./Untold";
import { useChance } from "./useChance";
import "../styles/rooms.css";
import "./forecasts.css";

const footings = ["verified", "reported"] as const;

function Card({ name, chance }: { name: string; chance: TargetChance }) {
    const words = useChance();
    const told = chanceOfTarget(chance);
    return (
        <div className="chance-card" data-chance={told.is}>
            <dt>{name}</dt>
            <dd className="chance-number">{words(told)}</dd>
            {chance.reason !== "" && (
                <dd className="hint">
                    <Saying text={chance.reason} />
                </dd>
            )}
        </div>
    );
}

function Answer({ day }: { day: TargetOutlook["days"][number] }) {
    const { t } = useTranslation();
    const { verified, reported } = day;
    const isOne = verified.reason !== "" && verified.reason === reported.reason && verified.probability === reported.probability;
    return (
        <>
            {isOne && verified.probability === null ? (
                <Untold reason={verified.reason} />
            ) : (
                <dl className="chances">
                    {isOne ? (
                        <Card name={t("forecasts.chances.both")} chance={verified} />
                    ) : (
                        footings.map((footing) => <Card key={footing} name={t(`forecasts.chances.${footing}`)} chance={day[footing]} />)
                    )}
                </dl>
            )}
            <Fold words={t("forecasts.outlook.models")} className="outlook-models">
                <p>{t("forecasts.chances.text")}</p>
                {footings.map((footing) => (
                    <div key={footing} className="tree-frame">
                        <h3>{t(`forecasts.chances.${footing}`)}</h3>
                        <Nodes nodes={[day[footing].explanation]} open />
                    </div>
                ))}
            </Fold>
        </>
    );
}

/** How likely a target is met by its due date, by what is verified and by what is only reported. */
export default function TargetOutlookPart({ id }: { id: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const answer = useTargetOutlook(id);
    const day = answer.data?.days.at(-1);
    return (
        <section id="outlook" className="outlook" aria-labelledby="outlook-heading" aria-busy={answer.isFetching}>
            <h2 id="outlook-heading">{t("forecasts.outlook.title")}</h2>
            {answer.isError && <Failed words={t("forecasts.outlook.failed")} retry={() => void answer.refetch()} />}
            {day !== undefined && (
                <>
                    <p className="hint">
                        {answer.data?.strategy.exercise === true && <strong>{t("forecasts.outlook.exercise")}. </strong>}
                        {t("forecasts.chances.asOf", { day: format.day(day.as_of) })}
                    </p>
                    <Answer day={day} />
                    <PublishedChances id={id} />
                </>
            )}
        </section>
    );
}
