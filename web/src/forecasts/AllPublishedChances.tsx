import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { useAllPublishedOutlooks } from "../data/queries";
import type { OutlookRecord } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Failed } from "../frame/Failed";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { PlaceLink } from "../moment/PlaceLink";
import { countsOf, publishedGroupsOf } from "./arrange";
import { ChanceScores } from "./ChanceScores";
import { Reliability } from "./Reliability";

const columns = ["told", "met", "missed", "waiting", "notDue"] as const;

function Publications({ of }: { of: OutlookRecord["publications"] }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <Scrolls of={t("forecasts.said.all")}>
            <Table className="figure-table said-table">
                <caption className="unseen">{t("forecasts.said.all")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("forecasts.said.published")}</th>
                        {columns.map((column) => (
                            <th key={column} scope="col" className="numeric">
                                {t(`forecasts.said.counts.${column}`)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {[...of].reverse().map((publication) => {
                        const counts = countsOf(publication);
                        return (
                            <tr key={publication.entry}>
                                <th scope="row">
                                    <span className="nowrap">{format.shortDay(publication.published)}</span>
                                    {publication.as_of !== publication.published && (
                                        <span className="said-note">{t("forecasts.said.from", { day: format.shortDay(publication.as_of) })}</span>
                                    )}
                                    <span className="said-note">
                                        <PlaceLink to={`/journal/${publication.entry}`}>{t("forecasts.entry", { number: publication.entry })}</PlaceLink>
                                    </span>
                                </th>
                                {columns.map((column) => (
                                    <td key={column} className="numeric">
                                        {column === "told" ? t("forecasts.said.of", { told: format.number(counts.told), all: format.number(publication.claims.length) }) : format.number(counts[column])}
                                    </td>
                                ))}
                            </tr>
                        );
                    })}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** Every publication of how likely targets and outcomes are, and how good it was. */
export function AllPublishedChances() {
    const { t } = useTranslation();
    const answer = useAllPublishedOutlooks();
    const record = answer.data;
    const groups = record === undefined ? [] : publishedGroupsOf(record);
    return (
        <Part id="outlooks" title={t("forecasts.said.all")} hint={t("forecasts.said.hint")}>
            {answer.isError && <Failed words={t("forecasts.outlook.failed")} retry={() => void answer.refetch()} />}
            {record !== undefined && record.publications.length === 0 && <p className="empty">{t("forecasts.said.allNone")}</p>}
            {record !== undefined && record.publications.length > 0 && (
                <>
                    {record.strategy.exercise && (
                        <p>
                            <strong>{t("forecasts.outlook.exercise")}</strong>
                        </p>
                    )}
                    <ChanceScores of={record.scores} untold={t("forecasts.said.allUntold")} />
                    {groups.length > 0 && (
                        <section className="said-reliability" aria-labelledby="said-reliability-heading">
                            <h3 id="said-reliability-heading">{t("forecasts.said.reliability")}</h3>
                            <p className="hint">{t("forecasts.said.reliabilityHint")}</p>
                            <Reliability groups={groups} />
                        </section>
                    )}
                    <Publications of={record.publications} />
                </>
            )}
        </Part>
    );
}
