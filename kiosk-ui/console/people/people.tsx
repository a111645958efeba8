// The page of residents, with its rooms for doubles and for a list from a file.
import { useState } from 'preact/hooks';
import { useConsole, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Panel } from '../parts/panel.tsx';
import { peopleWords } from '../words/people.ts';
import { Doubles } from './doubles.tsx';
import { ExportPeople } from './export-people.tsx';
import { ImportPeople } from './import-people.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonForm } from './person-form.tsx';

const Residents = () => {
  const { session } = useConsole();
  const words = useWords(peopleWords).people;
  const [doing, setDoing] = useState<'add' | 'export' | null>(null);
  const may = session.value?.may ?? [];
  const close = (): void => setDoing(null);
  return (
    <Panel
      name="people"
      title={words.title}
      lead={words.lead}
      fills
      actions={
        <>
          {may.includes('edit-people') && (
            <>
              <LinkButton does="doubles" to={addressOf('people', 'doubles')} icon="people">
                {words.doubles}
              </LinkButton>
              <LinkButton does="import" to={addressOf('people', 'import')} icon="receive">
                {words.importFile}
              </LinkButton>
            </>
          )}
          {may.includes('export-people') && (
            <Button does="export" icon="download" onTap={() => setDoing('export')}>
              {words.exportFile}
            </Button>
          )}
          {may.includes('edit-people') && (
            <Button does="add-person" kind="main" icon="plus" onTap={() => setDoing('add')}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      <PeopleList kind="resident" empty={words.empty} />
      {doing === 'add' && <PersonForm row={null} kind="resident" onClose={close} onSaved={close} />}
      {doing === 'export' && <ExportPeople onClose={close} />}
    </Panel>
  );
};

export const People = ({ path: [room] }: { path: readonly string[] }) => {
  const { session } = useConsole();
  const mayEdit = session.value?.may.includes('edit-people') ?? false;
  if (mayEdit && room === 'doubles') return <Doubles />;
  if (mayEdit && room === 'import') return <ImportPeople />;
  return <Residents />;
};
