import { useTranslation } from "react-i18next";

import "../language/loadRooms";

import { useProgrammes } from "../data/queries";
import type { ListedProgramme, ProgrammeList } from "../data/types";
import { AnswerPage } from "../frame/AnswerPage";
import { Contents } from "../frame/Contents";
import { Part } from "../frame/Part";
import { Coded, Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { newestOutputs, progresses } from "./arrange";
import { FunnelBars } from "./FunnelChart";
import { GapBars } from "./OutputChart";
import "../styles/rooms.css";
import "./programmes.css";

const shownOutputs = ({ outputs }: ListedProgramme) =>
    newestOutputs(outputs).filter(({ physical_percent }) => physical_percent.value !== null);

/** Bars that show a gap say themselves what its alert says. */
const hasBars = (programme: ListedProgramme) =>
    programme.funnel === null && shownOutputs(programme).length > 0;

function Known({ programme }: { programme: ListedProgramme }) {
    const { t } = useTranslation();
    const outputs = shownOutputs(programme);
    if (programme.funnel !== null)
        return <FunnelBars funnel={programme.funnel} unit={programme.unit} />;
    if (outputs.length > 0)
        return (
            <ul className="card-outputs">
                {outputs.map((output) => (
                    <li key={output.measure}>
                        <Printed>{output.title}</Printed>
                        <GapBars output={output} />
                    </li>
                ))}
            </ul>
        );
    return (
        <p className="hint">
            {programme.counts === 0 ? t("programmes.noFigure") : t("programmes.counts", { count: programme.counts })}
        </p>
    );
}

function Card({ programme }: { programme: ListedProgramme }) {
    const { t } = useTranslation();
    return (
        <li className="programme-card" id={programme.code}>
            <p>
                <span className="chip">{t(`programmes.kind.${programme.kind}`, programme.kind)}</span>
            </p>
            <h3>
                <PlaceLink to={`/programmes/${programme.code}`}>
                    <Printed>{programme.title}</Printed>
                </PlaceLink>
            </h3>
            <p className="table-note">
                <Printed>{programme.owner_name}</Printed>
                {programme.activities.length > 0 && (
                    <>
                        {" · "}
                        <Linked text={programme.activities.join(", ")} />
                    </>
                )}
                {programme.cohorts > 0 && <> · {t("programmes.cohortCount", { count: programme.cohorts })}</>}
            </p>
            <Known programme={programme} />
            {!hasBars(programme) &&
                programme.alerts.map((alert) => (
                    <p key={alert} className="alert">
                        <Coded text={alert} />
                    </p>
                ))}
        </li>
    );
}

function Gaps({ view }: { view: ProgrammeList }) {
    const { t } = useTranslation();
    const found = progresses(view.programmes);
    return (
        <Part id="gaps" title={t("programmes.gaps")} hint={t("programmes.gapsHint")}>
            {found.length === 0 && <p className="empty">{t("programmes.noGaps")}</p>}
            <ul className="gap-rows">
                {found.map(({ programme, title, output }) => (
                    <li key={programme + output.measure + output.period}>
                        <p>
                            <PlaceLink to={`/programmes/${programme}#outputs`}>
                                <Printed>{output.title}</Printed>
                            </PlaceLink>
                            <span className="table-note">
                                <Printed>{title}</Printed>
                            </span>
                        </p>
                        <GapBars output={output} />
                    </li>
                ))}
            </ul>
        </Part>
    );
}

function Body({ view }: { view: ProgrammeList }) {
    const { t } = useTranslation();
    if (view.programmes.length === 0) return <p className="empty">{t("programmes.none")}</p>;
    return (
        <>
            <Contents
                parts={[
                    ["gaps", t("programmes.gaps")],
                    ["all", t("programmes.all")],
                ]}
            />
            <Gaps view={view} />
            <Part id="all" title={t("programmes.all")} hint={t("programmes.allHint")}>
                <ul className="programme-cards">
                    {view.programmes.map((programme) => (
                        <Card key={programme.code} programme={programme} />
                    ))}
                </ul>
            </Part>
        </>
    );
}

/** Every programme with its newest counts. */
export default function ProgrammesPage() {
    const { t } = useTranslation();
    return (
        <AnswerPage
            title={t("programmes.title")}
            answer={useProgrammes()}
            lead={(view) => t("programmes.lead", { count: view.programmes.length })}
        >
            {(view) => <Body view={view} />}
        </AnswerPage>
    );
}
