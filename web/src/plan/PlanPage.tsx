import { useTranslation } from "react-i18next";

import { planOf, type PlanDocument } from "../data/planDocument";
import { usePlan } from "../data/queries";
import type { PlanView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Loading } from "../frame/Loading";
import { ProblemNotice } from "../frame/ProblemNotice";
import { useTitle } from "../frame/useTitle";
import { Printed } from "../language/Printed";
import { MomentBar } from "../moment/MomentBar";
import { Confirmations } from "./Confirmations";
import { ConstraintCards } from "./ConstraintCards";
import { CouncilTable } from "./CouncilTable";
import { InstitutionTable } from "./InstitutionTable";
import { OpenPoints } from "./OpenPoints";
import "./plan.css";

function PlanHead({ plan }: { plan: PlanDocument }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <header className="page-head">
            <h1>{t("plan.title")}</h1>
            <p className="page-lead">
                <Printed>{plan.title}</Printed>
            </p>
            <p className="hint">
                {t("plan.horizon", { from: format.day(plan.from), until: format.day(plan.until) })}
            </p>
            {plan.vision !== undefined && (
                <blockquote className="vision">
                    <Printed block>{plan.vision}</Printed>
                </blockquote>
            )}
        </header>
    );
}

function PlanBody({ view }: { view: PlanView }) {
    const { t } = useTranslation();
    const plan = planOf(view);
    const parts = ["open", "confirmations", "council", "institutions", "constraints"] as const;
    const present = parts.filter(
        (part) => part !== "confirmations" || view.confirmations.length > 0,
    );
    return (
        <div className="column">
            <PlanHead plan={plan} />
            <MomentBar heading={view} />
            <nav className="contents" aria-label={t("plan.contents")}>
                <ul>
                    {present.map((part) => (
                        <li key={part}>
                            <a href={`#${part}`}>{t(`plan.${part}`)}</a>
                        </li>
                    ))}
                </ul>
            </nav>
            <OpenPoints points={view.open} plan={plan} />
            <Confirmations view={view} />
            <CouncilTable plan={plan} />
            <InstitutionTable plan={plan} />
            <ConstraintCards plan={plan} />
        </div>
    );
}

export default function PlanPage() {
    const { t } = useTranslation();
    const answer = usePlan();
    useTitle(t("plan.title"));
    if (answer.isError)
        return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === undefined) return <Loading />;
    return (
        <div className={answer.isPlaceholderData ? "stale" : ""} aria-busy={answer.isFetching}>
            <PlanBody view={answer.data} />
        </div>
    );
}
