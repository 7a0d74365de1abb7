import { useTranslation } from "react-i18next";

import "../language/loadRooms";

import { useCouncil } from "../data/queries";
import { AnswerPage } from "../frame/AnswerPage";
import { Contents } from "../frame/Contents";
import { Printed } from "../language/Printed";
import { AgendaPart } from "./AgendaPart";
import { DecisionList } from "./DecisionList";
import { Issues } from "./Issues";
import { Meetings } from "./Meetings";
import { NextMeeting } from "./NextMeeting";
import { ObligationBoard } from "./ObligationBoard";
import { Proposals } from "./Proposals";
import { Rules } from "./Rules";
import { Seats } from "./Seats";
import "../styles/rooms.css";
import "./council.css";

const parts = ["next", "agenda", "obligations", "proposals", "issues", "decisions", "meetings", "seats", "rules"] as const;

/** The council's room: when it meets, what lies before it, and what became of what it decided. */
export default function CouncilPage() {
    const { t } = useTranslation();
    return (
        <AnswerPage
            title={t("council.title")}
            answer={useCouncil()}
            lead={(view) => <Printed>{view.council.title}</Printed>}
        >
            {(view) => (
                <>
                    <Contents parts={parts.map((part) => [part, t(`council.${part}`)] as const)} />
                    <NextMeeting view={view} />
                    <AgendaPart view={view} />
                    <ObligationBoard view={view} />
                    <Proposals view={view} />
                    <Issues view={view} />
                    <DecisionList view={view} />
                    <Meetings view={view} />
                    <Seats view={view} />
                    <Rules view={view} />
                </>
            )}
        </AnswerPage>
    );
}
