// The whole list as a file, unmasked: said plainly before it leaves the house [P1].
import { useWords } from '../hooks.ts';
import { LinkButton } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { fileAddress } from '../routes.ts';
import { fileWords } from '../words/people-file.ts';

export const ExportPeople = ({ onClose }: { onClose(): void }) => {
  const words = useWords(fileWords).export;
  return (
    <Dialog
      name="export"
      title={words.title}
      icon="download"
      onClose={onClose}
      actions={
        <LinkButton does="download-people" to={fileAddress('peopleCsv')} kind="main" icon="download" download="">
          {words.submit}
        </LinkButton>
      }
    >
      <Note tone="care">{words.lead}</Note>
      <p>{words.again}</p>
    </Dialog>
  );
};
