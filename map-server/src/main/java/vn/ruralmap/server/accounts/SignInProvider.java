package vn.ruralmap.server.accounts;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Recognises people by name and password, and programs by a personal token too; the details of what it is given are an {@link Origin}. */
@Component
final class SignInProvider implements AuthenticationProvider {

    private final SignIn signIn;
    private final PersonalTokens tokens;
    private final AccountDirectory directory;

    SignInProvider(SignIn signIn, PersonalTokens tokens, AccountDirectory directory) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.directory = directory;
    }

    /**
     * @throws BadCredentialsException if name, password or token is wrong
     * @throws vn.ruralmap.server.support.RequestException status 429 after too many wrong passwords
     * @throws vn.ruralmap.layers.store.StoreUnavailableException if a token cannot be looked up now
     */
    @Override
    public Authentication authenticate(Authentication given) {
        if (!(given.getDetails() instanceof Origin origin) || !(given.getCredentials() instanceof String secret)) {
            throw wrong();
        }
        Account account = find(given, secret, origin).orElseThrow(SignInProvider::wrong);
        return Caller.of(account, origin.address()).authenticated();
    }

    private Optional<Account> find(Authentication given, String secret, Origin origin) {
        if (given instanceof PreAuthenticatedAuthenticationToken) {
            return byToken(secret);
        }
        String name = given.getName();
        boolean isToken = origin.way().equals(SignIn.BASIC) && secret.startsWith(PersonalTokens.PREFIX);
        return isToken
                ? byToken(secret).filter(owner -> Account.key(owner.name()).equals(Account.key(name)))
                : signIn.check(name, secret, origin.address(), origin.way());
    }

    private Optional<Account> byToken(String secret) {
        return tokens.find(secret)
                .flatMap(token -> directory.findActive(token.account()).filter(account -> !token.created()
                        .isBefore(account.created())));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type)
                || PreAuthenticatedAuthenticationToken.class.isAssignableFrom(type);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("wrong name, password or token");
    }
}
