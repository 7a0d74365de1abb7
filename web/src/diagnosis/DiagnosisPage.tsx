import { useTranslation } from "react-i18next";

import "../language/loadRooms";

import { useDiagnosis } from "../data/queries";
import { AnswerPage } from "../frame/AnswerPage";
import { Contents } from "../frame/Contents";
import { Chains } from "./Chains";
import { Foresight, Laws } from "./Laws";
import { LoadPart } from "./LoadPart";
import { Matrix } from "./Matrix";
import "../styles/rooms.css";
import "./diagnosis.css";

const parts = ["matrix", "chains", "load", "laws", "foresight"] as const;

/** What holds the sector back, what is done about it, and what is known of each link. */
export default function DiagnosisPage() {
    const { t } = useTranslation();
    return (
        <AnswerPage title={t("diagnosis.title")} answer={useDiagnosis()} lead={() => t("diagnosis.lead")}>
            {(view) => (
                <>
                    <Contents parts={parts.map((part) => [part, t(`diagnosis.${part}`)] as const)} />
                    <Matrix view={view} />
                    <Chains view={view} />
                    <LoadPart view={view} />
                    <Laws view={view} />
                    <Foresight view={view} />
                </>
            )}
        </AnswerPage>
    );
}
