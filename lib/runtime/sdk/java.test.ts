import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { briefly, compileJava, deployedApi, isInstalled, KEY, run } from './deployedApi';
import { told } from './told';

const api = deployedApi();

const program = (packageName: string, client: string) => `
import ${packageName}.*;
import java.util.*;

public final class Program {
    static final List<Object> out = new ArrayList<>();

    static void tell(ApiResponse<Pet> answer) {
        Pet pet = answer.data;
        Map<String, String> seen = pet.seen;
        out.add(Arrays.asList(answer.status, pet.name, pet.owner.name, pet.tags, pet.isSold,
            seen.get("method"), seen.get("url"), seen.get("trace"), seen.get("body")));
    }

    interface Work { void run() throws Exception; }

    static void refused(Work work) throws Exception {
        try {
            work.run();
        } catch (ApiError error) {
            out.add(Arrays.asList(error.response.status, ((Map<?, ?>) error.response.data).get("message")));
        }
    }

    static ClientConfig config(String url) {
        return new ClientConfig().baseUrl(url);
    }

    public static void main(String[] given) throws Exception {
        String url = given[0];
        ${client} client = new ${client}(config(url).apiKey("key-of-ada"));
        tell(client.petsGet("a b&c", 2, "t1"));
        refused(() -> new ${client}(config(url)).petsGet("x", null, null));
        Pet kit = new Pet().name("Kit");
        Owner ada = new Owner().name("Ada").pets(List.of(kit));
        tell(client.createPet(new Pet().name("Zo\\u00eb").owner(ada).tags(List.of("x")).isSold(true).class_("dog")));
        tell(client.petsPetIdGet("a b/c'\\u00fc"));
        refused(() -> client.petsPetIdGet("none"));
        ${client} signed = new ${client}(config(url).credentials(given[1], given[2]));
        tell(signed.closedNameGet("it's (a) *!~", "b c'+/=~*"));
        tell(signed.filesProxyPut("a/b c", Map.of("n", 1)));
        refused(() -> client.closedNameGet("x", null));
        refused(() -> new ${client}(config(url).credentials(given[1], "wrong")).closedNameGet("x", null));
        System.out.write(Json.write(out).getBytes("UTF-8"));
        System.out.flush();
    }
}
`;

const java = { serviceName: 'pet-shop', javaPackageName: 'com.example.pets' };
const android = {
  groupId: 'com.example',
  artifactId: 'pets',
  artifactVersion: '1.0',
  invokerPackage: 'com.example.app',
};
const isThere = await isInstalled('javac');
if (!isThere) console.warn('NOT TRIED: the Java client, for there is no javac here');

test.runIf(isThere).each([
  ['java', java, 'com.example.pets', 'PetShopClient'],
  ['android', android, 'com.example.app', 'PetsClient'],
])(
  'the %s client, compiled without a warning: key, parameters, models, signatures, refusals',
  async (type, parameters, packageName, client) => {
    const folder = await api.sdk(type, parameters, { 'Program.java': program(packageName, client) });
    const sources = `java-sdk/src/main/java/${packageName.replaceAll('.', '/')}`;
    const files = (await readdir(join(folder, sources))).map((file) => `${sources}/${file}`);
    await compileJava(['--release', '11', '-Xlint:all', '-Werror', ...files, 'Program.java'], folder);
    const values = [api.baseUrl, KEY.accessKeyId, KEY.secretAccessKey];
    expect(await run('java', [...briefly, '-cp', 'out', 'Program', ...values], folder)).toEqual(told);
  },
  600_000,
);
