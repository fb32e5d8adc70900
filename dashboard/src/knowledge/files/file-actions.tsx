import {
  ArrowDownTrayIcon,
  ArrowPathIcon,
  ArrowsRightLeftIcon,
  EllipsisHorizontalIcon,
  TrashIcon,
} from "@heroicons/react/20/solid";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { at } from "../../addresses.ts";
import {
  apply,
  problemOf,
  useApi,
  useLaterDeletion,
  useOrganizationId,
  usePermissions,
  useSend,
} from "../../live/index.ts";
import { uploadFile } from "../../live/upload-file.ts";
import { download } from "../../settings/download.ts";
import { IconButton, Menu, MenuItem, MenuLine, toast } from "../../ui/index.ts";
import { ChooseFiles } from "./choose-files.tsx";
import type { KnowledgeFile } from "./file-status.tsx";
import { useFileTexts } from "./texts.ts";
import { hiddenFiles } from "./uploads.ts";

/** Download, replace, read again, delete. */
export function FileActions({ file }: { file: KnowledgeFile }) {
  const texts = useFileTexts();
  const { can } = usePermissions();
  const organization = useOrganizationId() ?? "";
  const replace = useReplace(file);
  const remove = useRemove(file);
  const again = useSend("post", "/v1/files/{id}/read", { changes: ["files"], done: texts.readingAgain });
  const { id, name } = file;
  const save = () =>
    download(`/v1/files/${id}/original`, organization, name).catch((error: unknown) =>
      toast.problem(problemOf(error).message),
    );
  return (
    <ChooseFiles onFiles={replace}>
      {(open) => (
        <Menu trigger={<IconButton name={texts.actions} icon={EllipsisHorizontalIcon} />} align="end">
          <MenuItem icon={ArrowDownTrayIcon} onSelect={() => void save()}>
            {texts.download}
          </MenuItem>
          {can("knowledge:write") && (
            <>
              <MenuItem icon={ArrowsRightLeftIcon} onSelect={open}>
                {texts.replace}
              </MenuItem>
              <MenuItem icon={ArrowPathIcon} onSelect={() => again.send({ params: { id } })}>
                {texts.again}
              </MenuItem>
              <MenuLine />
              <MenuItem danger icon={TrashIcon} onSelect={remove}>
                {texts.remove}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
    </ChooseFiles>
  );
}

function useReplace({ id, agentId, revision }: KnowledgeFile): (files: readonly File[]) => void {
  const texts = useFileTexts();
  const organization = useOrganizationId();
  const queries = useQueryClient();
  return ([file]) => {
    if (!file) return;
    uploadFile({ method: "PUT", path: `/v1/files/${id}`, file, organization, ifMatch: revision })
      .then(() => {
        toast.done(texts.replaced);
        apply(queries, { resource: "files", id: null, agentId });
      })
      .catch((error: unknown) => toast.problem(problemOf(error).message));
  };
}

/** With the way back in a toast. */
function useRemove({ id, agentId, name }: KnowledgeFile): () => void {
  const texts = useFileTexts();
  const api = useApi();
  const navigate = useNavigate();
  const organizationId = useOrganizationId() ?? "";
  const later = useLaterDeletion(hiddenFiles, "files");
  return () => {
    later({
      ids: [id],
      said: texts.removed(name),
      ask: (organization) => api.ask({ method: "delete", path: "/v1/files/{id}", params: { id }, organization }),
      leaving: { method: "DELETE", path: `/v1/files/${id}` },
    });
    void navigate({ to: at.agent(organizationId, agentId, "knowledge/files") });
  };
}
