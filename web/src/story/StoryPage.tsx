import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";

import { useStory } from "../data/queries";
import type { Story } from "../data/types";
import { hasOutlook } from "../forecasts/hasOutlook";
import { Loading } from "../frame/Loading";
import { ProblemNotice } from "../frame/ProblemNotice";
import { useTitle } from "../frame/useTitle";
import { Printed } from "../language/Printed";
import { Saying } from "../language/Saying";
import { MomentBar } from "../moment/MomentBar";
import { PlaceLink } from "../moment/PlaceLink";
import { StatusMark } from "../status/StatusMark";
import { Amendments } from "./Amendments";
import { Escalation } from "./Escalation";
import { ExplanationTree } from "./ExplanationTree";
import { IndicatorFigures } from "./IndicatorFigures";
import { Promises } from "./Promises";
import { Reports } from "./Reports";
import { Standing } from "./Standing";
import { TargetFacts } from "./TargetFacts";
import "./story.css";

const OutlookPart = lazy(() => import("../forecasts/OutlookPart"));
const TargetOutlookPart = lazy(() => import("../forecasts/TargetOutlookPart"));

function Sayings({ sentences }: { sentences: string[] }) {
    return (
        <ul className="sayings">
            {sentences.map((text) => (
                <li key={text}>
                    <Saying text={text} />
                </li>
            ))}
        </ul>
    );
}

function StoryHead({ story }: { story: Story }) {
    const { t } = useTranslation();
    const isOutcome = story.activity === null;
    return (
        <header className="page-head">
            <nav className="trail" aria-label={t("nav.board")}>
                <PlaceLink to="/">{t("nav.board")}</PlaceLink>
                <span aria-hidden="true">/</span>
                {isOutcome ? (
                    <span>{t("story.outcome")}</span>
                ) : (
                    <PlaceLink to={`/?q=${story.activity}`}>
                        <bdi>{story.activity}</bdi> <Printed>{story.activity_title ?? ""}</Printed>
                    </PlaceLink>
                )}
            </nav>
            <p className="story-id">
                {isOutcome
                    ? t(`outcome.origin.${story.origin}`, story.origin ?? "")
                    : t("story.target", { id: story.id })}
            </p>
            <h1>
                <Printed>{story.statement ?? story.id}</Printed>
            </h1>
        </header>
    );
}

function StoryBody({ story }: { story: Story }) {
    const { t } = useTranslation();
    const isOutcome = story.activity === null;
    return (
        <div className="column story">
            <StoryHead story={story} />
            <MomentBar heading={story} />
            <section className="verdict" data-status={story.status} aria-labelledby="why-heading">
                <h2 id="why-heading" className="unseen">
                    {t("story.why")}
                </h2>
                <StatusMark status={story.status} large />
                <Sayings sentences={story.why} />
                {story.decisions.length > 0 && (
                    <div className="verdict-part">
                        <h3>{t("story.decide")}</h3>
                        <Sayings sentences={story.decisions} />
                    </div>
                )}
                {story.alerts.length > 0 && (
                    <div className="verdict-part">
                        <h3>{t("story.alerts")}</h3>
                        <Sayings sentences={story.alerts} />
                    </div>
                )}
            </section>
            <Standing story={story} />
            <Suspense fallback={null}>
                {hasOutlook(story) && <OutlookPart story={story} />}
                {!isOutcome && <TargetOutlookPart id={story.id} />}
            </Suspense>
            {isOutcome && <IndicatorFigures story={story} />}
            <Promises promises={story.promises} />
            <TargetFacts story={story} />
            {!isOutcome && <Reports story={story} />}
            <Escalation story={story} />
            <Amendments story={story} />
            <ExplanationTree root={story.explanation} />
        </div>
    );
}

export default function StoryPage() {
    const { id = "" } = useParams();
    const answer = useStory(id);
    useTitle(answer.data?.statement ?? id);
    if (answer.isError)
        return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === undefined) return <Loading />;
    return <StoryBody story={answer.data} />;
}
