import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { look, showLook } from "./frame/look.ts";
import { passNonceOn } from "./frame/pass-nonce-on.ts";
import { router } from "./router.tsx";
import "./styles/index.css";

passNonceOn();
showLook(look.get());
const place = document.getElementById("root");
if (place)
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
