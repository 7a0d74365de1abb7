import { useTranslation } from "react-i18next";

import "../language/loadRooms";

import { useFunding } from "../data/queries";
import { AnswerPage } from "../frame/AnswerPage";
import { Contents } from "../frame/Contents";
import { GapTable } from "./GapTable";
import { Overview } from "./Overview";
import { Pipeline } from "./Pipeline";
import { Accounts, Funders, Rates } from "./Sides";
import "../styles/rooms.css";
import "./money.css";

const parts = ["overview", "gap", "pipeline", "funders", "accounts"] as const;

/** What the plan costs, who pays, what is missing. */
export default function MoneyPage() {
    const { t } = useTranslation();
    return (
        <AnswerPage title={t("money.title")} answer={useFunding()} lead={() => t("money.lead")}>
            {(view) => (
                <>
                    <Contents parts={parts.map((part) => [part, t(`money.${part}`)] as const)} />
                    <Overview view={view} />
                    <GapTable view={view} />
                    <Pipeline view={view} />
                    <Funders view={view} />
                    <Accounts view={view} />
                    <Rates view={view} />
                </>
            )}
        </AnswerPage>
    );
}
