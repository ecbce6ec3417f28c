import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./theme/page.css";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createStudioRouter } from "./router.tsx";
import { createQueryClient } from "./session/query-client.ts";
import { endSession } from "./shell/end-session.ts";
import { StudioProvider } from "./theme/StudioProvider.tsx";

const queries = createQueryClient(() => endSession(queries, router));
const router = createStudioRouter(queries);
const root = document.getElementById("root");

if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <StudioProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="top-right" limit={4} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StudioProvider>
    </StrictMode>,
  );
}
