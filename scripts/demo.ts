// The demo site: two lockers on one simulated line, three households and a courier.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../edge/config.ts';

/** Writes the demo's site file into the data folder, its serial line beside it, and answers its path. */
export const writeDemoSite = (data: string): string => {
  const site = JSON.parse(readFileSync(join(projectFolder, 'scripts', 'sites', 'demo.json'), 'utf8'));
  for (const port of site.ports) port.path = join(data, port.id);
  const file = join(data, 'site.json');
  writeFileSync(file, `${JSON.stringify(site, null, 2)}\n`);
  return file;
};

export const demoPeople = `role,room,name,phone,email,cards,consent,shares,elder,low,language
resident,3-1201,王小明,13812345678,,0012345678,locker,yes,no,no,zh-CN
resident,3-1201,李静,13912340002,,0012345679,locker,no,no,no,
resident,5-302,陈秀英,13700001234,,0087654321,locker,yes,yes,yes,zh-CN
resident,8-1506,John Smith,13600005555,,0055555555,ask,no,no,no,en
courier,,赵师傅,13500007777,,,,,,,
`;
