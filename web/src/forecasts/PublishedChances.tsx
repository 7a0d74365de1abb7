import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { usePublishedOutlooks } from "../data/queries";
import type { OutlookRecord } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Scrolls } from "../frame/Scrolls";
import { Saying } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import { cameWordOf, chanceOfTarget, saidOf, type SaidOnce } from "./arrange";
import { ChanceScores } from "./ChanceScores";
import { useChance } from "./useChance";

function Came({ one }: { one: SaidOnce }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { claim } = one;
    const word = cameWordOf(claim);
    return (
        <>
            {word === "met" || word === "missed" ? (
                <strong>
                    {t(`status.${word}`)}
                    {claim.value !== null && (
                        <>
                            {" "}
                            (<bdi>{format.decimal(claim.value)}</bdi>)
                        </>
                    )}
                </strong>
            ) : (
                t(`forecasts.said.came.${word}`)
            )}
            {claim.unscored !== null && (
                <span className="said-note" data-unscored={claim.unscored}>
                    {t(`forecasts.said.unscored.${claim.unscored}`)}
                </span>
            )}
            {one.asked !== undefined && (
                <span className="said-note">
                    {t("forecasts.said.asked")}{" "}
                    <Saying text={one.asked} />
                </span>
            )}
        </>
    );
}

function Row({ one }: { one: SaidOnce }) {
    const { t } = useTranslation();
    const format = useFormat();
    const words = useChance();
    return (
        <tr>
            <th scope="row">
                <span className="nowrap">{format.shortDay(one.published)}</span>
                {one.from !== undefined && <span className="said-note">{t("forecasts.said.from", { day: format.shortDay(one.from) })}</span>}
                <span className="said-note">
                    <PlaceLink to={`/journal/${one.entry}`}>{t("forecasts.entry", { number: one.entry })}</PlaceLink>
                </span>
            </th>
            {one.claim.said.map((said) => (
                <td key={said.by}>
                    <strong className="nowrap">{words(chanceOfTarget(said))}</strong>
                    {said.probability === null && said.reason !== "" && (
                        <span className="said-note">
                            <Saying text={said.reason} />
                        </span>
                    )}
                </td>
            ))}
            <td>
                <Came one={one} />
            </td>
        </tr>
    );
}

function Publications({ record }: { record: OutlookRecord }) {
    const { t } = useTranslation();
    const said = saidOf(record);
    const [newest] = said;
    if (newest === undefined) return <p className="empty">{t("forecasts.said.none")}</p>;
    return (
        <>
            <p className="hint">
                {record.strategy.exercise && <strong>{t("forecasts.outlook.exercise")}. </strong>}
                {t("forecasts.said.hint")}
            </p>
            <Scrolls of={t("forecasts.said.title")}>
                <Table className="figure-table said-table">
                    <caption className="unseen">{t("forecasts.said.title")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t("forecasts.said.published")}</th>
                            {newest.claim.said.map(({ by }) => (
                                <th key={by} scope="col">{t(`forecasts.said.by.${by}`)}</th>
                            ))}
                            <th scope="col">{t("forecasts.came")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {said.map((one) => (
                            <Row key={one.entry} one={one} />
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
            <ChanceScores ofOne of={record.scores} untold={t("forecasts.said.untold")} />
        </>
    );
}

/** What was published of how likely it is, on which day, and what came. */
export function PublishedChances({ id }: { id: string }) {
    const { t } = useTranslation();
    const answer = usePublishedOutlooks(id);
    return (
        <section className="said" aria-labelledby="said-heading" aria-busy={answer.isFetching}>
            <h3 id="said-heading">{t("forecasts.said.title")}</h3>
            {answer.isError && <Failed words={t("forecasts.outlook.failed")} retry={() => void answer.refetch()} />}
            {answer.data !== undefined && <Publications record={answer.data} />}
        </section>
    );
}
