import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import { institutionNames, planOf } from "../data/planDocument";
import { useEntries, usePlan } from "../data/queries";
import type { EntryPage } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Loading } from "../frame/Loading";
import { ProblemNotice } from "../frame/ProblemNotice";
import { Scrolls } from "../frame/Scrolls";
import { useTitle } from "../frame/useTitle";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { kindName, targetOf } from "./kinds";
import "./journal.css";

const perPage = 50;

function Subject({ text }: { text: string }) {
    const target = targetOf(text);
    const words = <Printed>{text}</Printed>;
    return target === undefined ? words : <PlaceLink to={`/targets/${target}`}>{words}</PlaceLink>;
}

function EntryTable({ page }: { page: EntryPage }) {
    const { t } = useTranslation();
    const format = useFormat();
    const view = usePlan().data;
    const nameOf = institutionNames(view ? planOf(view) : undefined);
    return (
        <Scrolls of={t("journal.title")}>
            <Table className="stacks">
                <thead>
                    <tr>
                        <th scope="col">{t("journal.seq")}</th>
                        <th scope="col">{t("journal.kind")}</th>
                        <th scope="col">{t("journal.subject")}</th>
                        <th scope="col">{t("journal.institution")}</th>
                        <th scope="col">{t("journal.effective")}</th>
                        <th scope="col">{t("journal.recorded")}</th>
                    </tr>
                </thead>
                <tbody>
                    {page.entries.map((entry) => (
                        <tr key={entry.seq}>
                            <th scope="row">
                                <PlaceLink
                                    to={`/journal/${entry.seq}`}
                                    aria-label={t("journal.entry", { seq: entry.seq })}
                                >
                                    {entry.seq}
                                </PlaceLink>
                            </th>
                            <td data-name={t("journal.kind")} className="nowrap">{kindName(t, entry.kind)}</td>
                            <td data-name={t("journal.subject")} className="nowrap">
                                <Subject text={entry.subject} />
                            </td>
                            <td data-name={t("journal.institution")}>
                                <Printed>
                                    {entry.institution === "" ? "–" : nameOf(entry.institution)}
                                </Printed>
                            </td>
                            <td data-name={t("journal.effective")} className="nowrap">
                                {format.shortDay(entry.effective_on)}
                            </td>
                            <td data-name={t("journal.recorded")} className="nowrap">
                                {format.instant(entry.recorded_at)}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

function Paging({ page }: { page: EntryPage }) {
    const { t } = useTranslation();
    const format = useFormat();
    const newest = page.entries[0]?.seq;
    const oldest = page.entries.at(-1)?.seq;
    if (newest === undefined || oldest === undefined) return null;
    return (
        <div className="paging">
            <p role="status">
                {t("journal.range", {
                    from: format.number(oldest),
                    to: format.number(newest),
                    size: format.number(page.size),
                })}
            </p>
            {newest < page.size - 1 && (
                <PlaceLink className="button" to="/journal">
                    {t("journal.newest")}
                </PlaceLink>
            )}
            {page.next !== null && (
                <PlaceLink className="button" to={`/journal?before=${page.next}`}>
                    {t("journal.older")}
                </PlaceLink>
            )}
        </div>
    );
}

export default function JournalPage() {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const asked = search.get("before");
    const before = asked !== null && /^\d+$/.test(asked) ? Number(asked) : undefined;
    const answer = useEntries(before, perPage);
    useTitle(t("journal.title"));
    if (answer.isError)
        return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    const page = answer.data;
    if (page === undefined) return <Loading />;
    return (
        <div className="column">
            <header className="page-head">
                <h1>{t("journal.title")}</h1>
                <p className="page-lead">{t("journal.lead")}</p>
            </header>
            {page.entries.length === 0 ? (
                <p className="empty">{t("journal.empty")}</p>
            ) : (
                <>
                    <Paging page={page} />
                    <EntryTable page={page} />
                    {page.entries.length > 20 && <Paging page={page} />}
                </>
            )}
        </div>
    );
}
