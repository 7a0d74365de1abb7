import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy } from "react";
import { BrowserRouter, Route, Routes } from "react-router-dom";

import { ProblemError } from "./data/request";
import { Frame } from "./frame/Frame";
import { NotFoundPage } from "./frame/NotFoundPage";
import { chosen, directions } from "./language/i18n";
import { ScoreboardPage } from "./scoreboard/ScoreboardPage";
import { theme } from "./styles/theme";

const StoryPage = lazy(() => import("./story/StoryPage"));
const JournalPage = lazy(() => import("./journal/JournalPage"));
const EntryPage = lazy(() => import("./journal/EntryPage"));
const PlanPage = lazy(() => import("./plan/PlanPage"));
const CouncilPage = lazy(() => import("./council/CouncilPage"));
const WorkingPlanPage = lazy(() => import("./working/WorkingPlanPage"));
const MoneyPage = lazy(() => import("./money/MoneyPage"));
const DiagnosisPage = lazy(() => import("./diagnosis/DiagnosisPage"));
const ProgrammesPage = lazy(() => import("./programmes/ProgrammesPage"));
const ProgrammePage = lazy(() => import("./programmes/ProgrammePage"));
const StatisticsPage = lazy(() => import("./statistics/StatisticsPage"));
const QualityPage = lazy(() => import("./statistics/QualityPage"));
const FlowPage = lazy(() => import("./statistics/FlowPage"));
const ForecastPage = lazy(() => import("./forecasts/ForecastPage"));
const PublishedPage = lazy(() => import("./forecasts/PublishedPage"));
const MethodPage = lazy(() => import("./method/MethodPage"));

const client = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 30_000,
            // A refusal is an answer; only a broken line is tried again.
            retry: (failures, error) =>
                failures < 1 && error instanceof ProblemError && error.problem.status === 0,
        },
    },
});

export function App() {
    return (
        <DirectionProvider initialDirection={directions[chosen(window.location.search)]}>
            {/* The variables and classes that Mantine would write into <style> elements stand in
                our own files, so that the content security policy needs no exception. */}
            <MantineProvider
                theme={theme}
                defaultColorScheme="auto"
                withCssVariables={false}
                withGlobalClasses={false}
            >
                <QueryClientProvider client={client}>
                    <BrowserRouter>
                        <Routes>
                            <Route element={<Frame />}>
                                <Route index element={<ScoreboardPage />} />
                                <Route path="targets/:id" element={<StoryPage />} />
                                <Route path="journal" element={<JournalPage />} />
                                <Route path="journal/:seq" element={<EntryPage />} />
                                <Route path="plan" element={<PlanPage />} />
                                <Route path="working-plan" element={<WorkingPlanPage />} />
                                <Route path="council" element={<CouncilPage />} />
                                <Route path="money" element={<MoneyPage />} />
                                <Route path="diagnosis" element={<DiagnosisPage />} />
                                <Route path="programmes" element={<ProgrammesPage />} />
                                <Route path="programmes/:code" element={<ProgrammePage />} />
                                <Route path="statistics" element={<StatisticsPage />} />
                                <Route path="statistics/quality" element={<QualityPage />} />
                                <Route path="statistics/forecast" element={<ForecastPage />} />
                                <Route path="statistics/forecasts" element={<PublishedPage />} />
                                <Route path="statistics/:agency/:flow" element={<FlowPage />} />
                                <Route path="method" element={<MethodPage />} />
                                <Route path="*" element={<NotFoundPage />} />
                            </Route>
                        </Routes>
                    </BrowserRouter>
                </QueryClientProvider>
            </MantineProvider>
        </DirectionProvider>
    );
}
