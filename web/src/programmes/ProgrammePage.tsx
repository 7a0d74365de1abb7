import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";

import "../language/loadRooms";

import { useProgramme } from "../data/queries";
import type { Funnel, ProgrammeView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { AnswerPage } from "../frame/AnswerPage";
import { Part } from "../frame/Part";
import { Coded, Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institutions } from "../plan/Institution";
import { Cohorts } from "./Cohorts";
import { EarnedPart } from "./EarnedPart";
import { FunnelChart } from "./FunnelChart";
import { OutputChart } from "./OutputChart";
import { SeriesPart } from "./SeriesPart";
import "../styles/rooms.css";
import "./programmes.css";

function Facts({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    return (
        <section className="programme-facts" aria-label={t("programmes.facts")}>
            <p className="trail">
                <PlaceLink to="/programmes">{t("programmes.title")}</PlaceLink>
                <span aria-hidden="true">/</span>
                <span>{t(`programmes.kind.${view.kind}`, view.kind)}</span>
            </p>
            <dl className="facts">
                {view.operators.length > 0 && (
                    <div className="facts-row">
                        <dt>{t("programmes.operators")}</dt>
                        <dd>
                            <Institutions codes={view.operators} />
                        </dd>
                    </div>
                )}
                <div className="facts-row">
                    <dt>{t("programmes.activities")}</dt>
                    <dd>
                        {view.activities.length === 0 ? (
                            <span className="hint">{t("programmes.noActivities")}</span>
                        ) : (
                            <Linked text={view.activities.join(", ")} />
                        )}
                    </dd>
                </div>
            </dl>
            {view.note !== "" && (
                <div className="note">
                    <Printed block>{view.note}</Printed>
                </div>
            )}
            {view.alerts.map((alert) => (
                <p key={alert} className="alert">
                    <Coded text={alert} />
                </p>
            ))}
        </section>
    );
}

function Funnels({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const titleOf = ({ cohort, period }: Funnel) => {
        const found = view.cohorts.find((one) => one.cohort === cohort);
        return found === undefined ? format.period(period) : <Printed>{`${found.cohort}: ${found.title}`}</Printed>;
    };
    const counted = view.funnels.filter(({ stages }) => stages.some(({ count }) => count !== null));
    if (view.stages.length === 0) return null;
    return (
        <Part id="funnels" title={t("programmes.funnels")} hint={counted.length > 0 ? t("programmes.funnelsHint") : undefined}>
            {counted.length === 0 && <p className="empty">{t("programmes.noFunnel")}</p>}
            <div className="funnels">
                {counted.map((funnel) => (
                    <FunnelChart
                        key={funnel.cohort + funnel.period}
                        funnel={funnel}
                        unit={view.unit}
                        title={titleOf(funnel)}
                    />
                ))}
            </div>
        </Part>
    );
}

function Outputs({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    if (view.outputs.length === 0) return null;
    return (
        <Part id="outputs" title={t("programmes.gaps")} hint={t("programmes.gapsHint")}>
            <div className="outputs">
                {view.outputs.map((output) => (
                    <OutputChart key={output.measure + output.period} output={output} />
                ))}
            </div>
            {view.notes.map((note) => (
                <p key={note} className="table-note">
                    <Coded text={note} />
                </p>
            ))}
        </Part>
    );
}

function Changes({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const text = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? format.shortDay(value) : format.decimal(value));
    return (
        <Part id="changes" title={t("programmes.changes")}>
            {view.changes.length === 0 ? (
                <p className="empty">{t("programmes.noChanges")}</p>
            ) : (
                <ol className="changes">
                    {view.changes.map((change) => (
                        <li key={change.seq}>
                            <span>{format.shortDay(change.effective_on)}</span>
                            <span>
                                <strong>{t(`programmes.change.${change.type}`)}</strong>{" "}
                                {change.measure !== "" && (
                                    <Printed>
                                        {view.measures.find(({ code }) => code === change.measure)?.title ?? change.measure}
                                    </Printed>
                                )}{" "}
                                <bdi>{`${text(change.was)} → ${text(change.becomes)} ${change.currency}`.trim()}</bdi>
                            </span>
                            <PlaceLink to={`/journal/${change.seq}`}>{t("story.entry", { seq: change.seq })}</PlaceLink>
                        </li>
                    ))}
                </ol>
            )}
        </Part>
    );
}

/** One programme: its funnels, its counts, the work against the money, its schedule, its changes. */
export default function ProgrammePage() {
    const { t } = useTranslation();
    const { code = "" } = useParams();
    const answer = useProgramme(code);
    return (
        <AnswerPage
            title={answer.data?.title ?? t("programmes.title")}
            answer={answer}
            heading={answer.data && <Printed>{answer.data.title}</Printed>}
            lead={(view) => <Printed>{view.owner_name}</Printed>}
        >
            {(view) => (
                <>
                    <Facts view={view} />
                    <Funnels view={view} />
                    <Cohorts view={view} />
                    <Outputs view={view} />
                    <SeriesPart view={view} />
                    <EarnedPart view={view} />
                    <Changes view={view} />
                </>
            )}
        </AnswerPage>
    );
}
