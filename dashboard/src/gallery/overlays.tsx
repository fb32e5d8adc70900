import { ArchiveBoxIcon, ChevronDownIcon, DocumentDuplicateIcon, TrashIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import {
  Button,
  ConfirmDialog,
  Dialog,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuLine,
  MenuTitle,
  Popover,
  SidePanel,
  toast,
  Tooltip,
} from "../ui/index.ts";
import { useSearchState } from "../live/index.ts";
import { SheetMenu } from "../ui/sheet-menu.tsx";
import { Row } from "./row.tsx";

export function Overlays() {
  const [open, setOpen] = useState<"dialog" | "confirm" | "type" | null>(null);
  const [search, setSearch] = useSearchState();
  const close = () => setOpen(null);
  return (
    <>
      <Row name="Dialogs">
        <Button onClick={() => setOpen("dialog")}>Dialog</Button>
        <Button onClick={() => setOpen("confirm")}>Confirm</Button>
        <Button onClick={() => setOpen("type")}>Confirm by name</Button>
        <Button onClick={() => setSearch({ panel: "open" }, { push: true })}>Side panel</Button>
      </Row>
      <Row name="At a trigger">
        <Menu trigger={<Button icon={ChevronDownIcon}>Menu</Button>} align="start">
          <MenuTitle>Agent</MenuTitle>
          <MenuItem icon={DocumentDuplicateIcon} shortcut="d">
            Duplicate
          </MenuItem>
          <MenuItem icon={ArchiveBoxIcon} hint="Visitors get no answers">
            Archive
          </MenuItem>
          <MenuItem checked>Chosen</MenuItem>
          <MenuLine />
          <MenuItem icon={TrashIcon} danger>
            Delete
          </MenuItem>
        </Menu>
        <SheetMenu
          title="Views"
          trigger={<Button icon={ChevronDownIcon}>Menu, on phones a sheet</Button>}
          groups={[
            { id: "all", items: [{ id: "all", label: "All", checked: true, onSelect: () => toast.done("All") }] },
            {
              id: "shared",
              title: "Shared",
              items: [
                { id: "one", label: "Left open", hint: "Shared by Ada", onSelect: () => toast.done("Left open") },
              ],
            },
          ]}
        />
        <Popover label="Filter" trigger={<Button>Popover</Button>}>
          <Field label="At least">
            <Input value="3" onChange={() => {}} suffix="messages" />
          </Field>
        </Popover>
        <Tooltip words="Says it shortly" shortcut="mod k">
          <Button>Tooltip</Button>
        </Tooltip>
      </Row>
      <Row name="Toasts">
        <Button onClick={() => toast.done("Agent archived", { undo: () => toast.done("It is back") })}>
          With undo
        </Button>
        <Button onClick={() => toast.done("Saved")}>Done</Button>
        <Button onClick={() => toast.problem("That could not be saved: the server cannot be reached.")}>Problem</Button>
      </Row>
      <Dialog
        open={open === "dialog"}
        onClose={close}
        title="Invite a member"
        description="They get a mail with a link that works for seven days."
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button look="primary" onClick={close}>
              Send the invitation
            </Button>
          </>
        }
      >
        <Field label="Email">
          <Input type="email" value="" onChange={() => {}} placeholder="name@example.com" />
        </Field>
      </Dialog>
      <ConfirmDialog
        open={open === "confirm"}
        onClose={close}
        onConfirm={close}
        title="Revoke this key?"
        description="Programs that use it are refused from now on."
        confirm="Revoke the key"
      />
      <ConfirmDialog
        open={open === "type"}
        onClose={close}
        onConfirm={() => Promise.reject(new Error("You are its last owner."))}
        title="Delete this organization?"
        description="Its agents, knowledge and conversations are gone for good."
        confirm="Delete for good"
        nameToType="Bright Bakery"
      />
      {search["panel"] === "open" && (
        <SidePanel
          title="Opening hours"
          description="bright-bakery.example/hours"
          closeTo="/ui"
          footer={<Button look="primary">Save</Button>}
        >
          <p>Details beside what they belong to, with an address of their own.</p>
        </SidePanel>
      )}
    </>
  );
}
