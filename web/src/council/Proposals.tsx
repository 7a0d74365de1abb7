import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { CouncilView, PolicyProposal } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Coded } from "../language/Coded";
import { plainSaying } from "../language/i18n";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution } from "../plan/Institution";
import { pipeline, rounds, stages } from "./arrange";

/** How many proposals stand where: the width of a bar is its count. */
function Pipeline({ proposals }: { proposals: PolicyProposal[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    const steps = pipeline(proposals);
    const most = Math.max(1, ...steps.map(({ count }) => count));
    return (
        <dl className="bars">
            {steps.map(({ stage, count }) => (
                <div key={stage} data-tone={stage === "enacted" ? "good" : stage === "refused" ? "bad" : undefined}>
                    <dt>{t(`council.stage.${stage}`)}</dt>
                    <dd>
                        <span className="bar" style={{ inlineSize: `calc((100% - 3rem) * ${count / most})` }} aria-hidden="true" />
                        {format.number(count)}
                    </dd>
                </div>
            ))}
        </dl>
    );
}

function Track({ one }: { one: PolicyProposal }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { present } = rounds(one);
    const refused = present.find(({ stage }) => stage === "refused");
    const shown = refused === undefined ? [...stages] : [...stages.slice(0, 2), "refused" as const];
    return (
        <ol className="track">
            {shown.map((stage) => {
                const step = present.find((found) => found.stage === stage);
                return (
                    <li key={stage} data-reached={step === undefined ? undefined : true} data-stage={stage}>
                        <span>{t(`council.stage.${stage}`)}</span>
                        <span>{step === undefined ? t("notYet") : format.shortDay(step.on)}</span>
                    </li>
                );
            })}
        </ol>
    );
}

function Proposal({ one }: { one: PolicyProposal }) {
    const { t } = useTranslation();
    const format = useFormat();
    const { present, earlier } = rounds(one);
    const cited = present.filter(({ legal_text }) => legal_text !== "");
    return (
        <li className="proposal" id={`p-${one.code}`} data-stage={one.stage ?? "none"}>
            <div className="proposal-head">
                <h3>
                    <Printed>{one.title}</Printed>
                </h3>
                <p className="table-note">
                    {t("council.decidedBy")} <Institution code={one.decided_by} /> ·{" "}
                    <PlaceLink to={`/council#d-${one.code}`}>
                        {t("council.decisionOf", { code: one.code })}
                    </PlaceLink>
                    {one.due !== null && <> · {t("council.due", { day: format.shortDay(one.due) })}</>}
                </p>
                {one.stalled && <strong className="stalled">{t("council.stalled")}</strong>}
            </div>
            <Track one={one} />
            {cited.map(({ stage, legal_text }) => (
                <p key={stage} className="table-note">
                    {t("council.legalText")} <Printed>{legal_text}</Printed>
                </p>
            ))}
            {earlier.length > 0 && (
                <p className="table-note">
                    {t("council.earlierRound")}{" "}
                    {earlier
                        .map(({ stage, on }) => `${t(`council.stage.${stage}`)} ${format.shortDay(on)}`)
                        .join(", ")}
                </p>
            )}
        </li>
    );
}

/** What the council itself achieved, from 0 to 3 in each step of a reform. */
function ReformTable({ view }: { view: CouncilView }) {
    const { t, i18n } = useTranslation();
    const scored = view.proposals.filter(({ credits }) => credits.some((one) => one !== null));
    if (scored.length === 0) return <p className="empty">{t("council.noCredits")}</p>;
    return (
        <Scrolls of={t("council.reform")}>
            <Table className="reform stacks">
                <thead>
                    <tr>
                        <th scope="col">{t("council.proposal")}</th>
                        {view.reform_steps.map((step) => (
                            <th key={step} scope="col">
                                <Coded text={step} isPhrase />
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {scored.map((one) => (
                        <tr key={one.code}>
                            <th scope="row">
                                <PlaceLink to={`/council#p-${one.code}`}>
                                    <Printed>{one.title}</Printed>
                                </PlaceLink>
                            </th>
                            {view.reform_steps.map((step, index) => {
                                const score = one.credits[index] ?? null;
                                return (
                                    <td key={step} data-name={plainSaying(i18n.language, step)}>
                                        {score === null ? (
                                            <span className="hint">{t("council.notScored")}</span>
                                        ) : (
                                            <span className="score" data-score={score}>
                                                {score}
                                            </span>
                                        )}
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </Table>
            <ul className="score-key">
                {view.reform_scores.map((words, score) => (
                    <li key={words}>
                        <span className="score" data-score={score}>
                            {score}
                        </span>{" "}
                        <Coded text={words} isPhrase />
                    </li>
                ))}
            </ul>
        </Scrolls>
    );
}

export function Proposals({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const open = view.proposals.filter(({ stage }) => stage !== "enacted" && stage !== "refused");
    const settled = view.proposals.filter((one) => !open.includes(one));
    const list = (some: PolicyProposal[]) => (
        <ul className="proposals">
            {some.map((one) => (
                <Proposal key={one.code} one={one} />
            ))}
        </ul>
    );
    if (view.proposals.length === 0)
        return (
            <Part id="proposals" title={t("council.proposals")}>
                <p className="empty">{t("council.noProposals")}</p>
            </Part>
        );
    return (
        <Part id="proposals" title={t("council.proposals")} hint={t("council.proposalsHint")}>
            <Pipeline proposals={view.proposals} />
            {list(open)}
            {settled.length > 0 && (
                <Fold isPast open={open.length === 0} words={t("council.settled", { count: settled.length })}>
                    {list(settled)}
                </Fold>
            )}
            <h3>{t("council.reform")}</h3>
            <p className="hint">{t("council.reformHint")}</p>
            <ReformTable view={view} />
        </Part>
    );
}
