// A provider of logins for tests: node udbyder.mjs <oidc-provider's index.js> <port>. Whoever logs in is who they say.
import { pathToFileURL } from 'node:url';

const [, , entry, port] = process.argv;
const { Provider } = await import(pathToFileURL(entry).href);
const claims = login => login === 'ingen'
    ? { sub: login }
    : { sub: login, name: login.split('@')[0], email: login, email_verified: true };
const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{
        client_id: 'dashboard',
        client_secret: 'kun-til-proever-kun-til-proever',
        redirect_uris: ['http://127.0.0.1/oauth2callback'],
        post_logout_redirect_uris: ['http://127.0.0.1/oauth2callback'],
    }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['kun til prøver'] },
    findAccount: (ctx, login) => ({ accountId: login, claims: () => claims(login) }),
});
// the port of the server is not known when this one starts
provider.Client.prototype.redirectUriAllowed = uri => uri.endsWith('/oauth2callback');
provider.Client.prototype.postLogoutRedirectUriAllowed = uri => uri.endsWith('/oauth2callback');
provider.listen(Number(port), '127.0.0.1', () => console.log('klar'));
