import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";

import { institutionNames, planOf } from "../data/planDocument";
import { useEntry, usePlan } from "../data/queries";
import type { EntryWithProof } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Loading } from "../frame/Loading";
import { ProblemNotice } from "../frame/ProblemNotice";
import { useTitle } from "../frame/useTitle";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { kindName, targetOf } from "./kinds";
import { check, type Verdict } from "./proof";
import "./journal.css";

function useVerdict(answer: EntryWithProof): Verdict | undefined {
    const [verdict, setVerdict] = useState<Verdict>();
    useEffect(() => {
        let isCurrent = true;
        setVerdict(undefined);
        void check(answer).then((found) => {
            if (isCurrent) setVerdict(found);
        });
        return () => {
            isCurrent = false;
        };
    }, [answer]);
    return verdict;
}

function VerdictNotice({ answer }: { answer: EntryWithProof }) {
    const { t } = useTranslation();
    const verdict = useVerdict(answer);
    const words = () => {
        if (verdict === undefined) return t("journal.checking");
        if (verdict === "holds" || verdict === "uncheckable") return t(`journal.${verdict}`);
        return t("journal.fails", { why: t(`journal.why.${verdict}`) });
    };
    return (
        <p className="proof-verdict" role="status" data-verdict={verdict}>
            {words()}
        </p>
    );
}

function EntryFacts({ answer }: { answer: EntryWithProof }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { entry } = answer;
    const target = targetOf(entry.subject);
    const view = usePlan().data;
    const nameOf = institutionNames(view ? planOf(view) : undefined);
    const facts = [
        [t("journal.kind"), `${kindName(t, entry.kind)} (${entry.kind})`],
        [t("journal.institution"), entry.institution && nameOf(entry.institution)],
        [t("journal.actor"), entry.actor],
        [t("journal.effective"), format.day(entry.effective_on)],
        [t("journal.recorded"), format.instant(entry.recorded_at)],
        [t("journal.request"), entry.request_id ?? ""],
    ].filter(([, value]) => value !== "");
    return (
        <dl className="facts">
            <div className="facts-row">
                <dt>{t("journal.subject")}</dt>
                <dd>
                    <Printed>{entry.subject}</Printed>{" "}
                    {target !== undefined && (
                        <PlaceLink to={`/targets/${target}`}>{t("journal.about")}</PlaceLink>
                    )}
                </dd>
            </div>
            {facts.map(([name, value]) => (
                <div key={name} className="facts-row">
                    <dt>{name}</dt>
                    <dd>
                        <bdi>{value}</bdi>
                    </dd>
                </div>
            ))}
            {(entry.attachments ?? []).length > 0 && (
                <div className="facts-row">
                    <dt>{t("journal.attachments")}</dt>
                    <dd>
                        {entry.attachments?.map((hash) => (
                            <code key={hash} className="hash">
                                {hash}
                            </code>
                        ))}
                    </dd>
                </div>
            )}
        </dl>
    );
}

function Proof({ answer }: { answer: EntryWithProof }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <section aria-labelledby="proof-heading">
            <h2 id="proof-heading">{t("journal.proof")}</h2>
            <p className="hint">{t("journal.proofLead")}</p>
            <VerdictNotice answer={answer} />
            <dl className="facts">
                <div className="facts-row">
                    <dt>{t("journal.leaf")}</dt>
                    <dd>
                        <code className="hash">{answer.leaf_hash}</code>
                    </dd>
                </div>
                <div className="facts-row">
                    <dt>{t("journal.treeSize")}</dt>
                    <dd>{format.number(answer.tree_size)}</dd>
                </div>
                <div className="facts-row">
                    <dt>{t("journal.inclusion", { count: answer.inclusion.length })}</dt>
                    <dd>
                        {answer.inclusion.length === 0 && "–"}
                        {answer.inclusion.map((hash) => (
                            <code key={hash} className="hash">
                                {hash}
                            </code>
                        ))}
                    </dd>
                </div>
            </dl>
            <h3>{t("journal.checkpoint")}</h3>
            <pre dir="ltr" tabIndex={0} aria-label={t("journal.checkpoint")}>
                {answer.checkpoint}
            </pre>
            <p className="hint">{t("journal.signature")}</p>
        </section>
    );
}

export default function EntryPage() {
    const { t } = useTranslation();
    const { seq = "" } = useParams();
    const answer = useEntry(seq);
    useTitle(t("journal.entry", { seq }));
    if (answer.isError)
        return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === undefined) return <Loading />;
    const { entry, tree_size: size } = answer.data;
    return (
        <div className="column">
            <header className="page-head">
                <nav className="trail" aria-label={t("journal.title")}>
                    <PlaceLink to="/journal">{t("journal.title")}</PlaceLink>
                    <span aria-hidden="true">/</span>
                    <span>{t("journal.entry", { seq: entry.seq })}</span>
                </nav>
                <h1>{t("journal.entryOf", { seq: entry.seq })}</h1>
            </header>
            <EntryFacts answer={answer.data} />
            <section aria-labelledby="payload-heading">
                <h2 id="payload-heading">{t("journal.payload")}</h2>
                <pre dir="ltr" tabIndex={0} aria-label={t("journal.payload")}>
                    {JSON.stringify(entry.payload ?? {}, undefined, 2)}
                </pre>
            </section>
            <Proof answer={answer.data} />
            <div className="paging">
                {entry.seq > 0 && (
                    <PlaceLink className="button" to={`/journal/${entry.seq - 1}`}>
                        {t("journal.entryBefore")}
                    </PlaceLink>
                )}
                {entry.seq + 1 < size && (
                    <PlaceLink className="button" to={`/journal/${entry.seq + 1}`}>
                        {t("journal.entryAfter")}
                    </PlaceLink>
                )}
            </div>
        </div>
    );
}
