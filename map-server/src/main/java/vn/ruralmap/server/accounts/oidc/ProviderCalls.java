package vn.ruralmap.server.accounts.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** All that is asked of the provider: seconds at most, and so few requests at once that the map's threads never wait for it. */
final class ProviderCalls {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 16;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final ClientHttpRequestFactory requests;

    ProviderCalls() {
        JdkClientHttpRequestFactory plain = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        plain.setReadTimeout(ANSWERING);
        requests = new InterceptingClientHttpRequestFactory(plain, List.of(this::take));
    }

    private ClientHttpResponse take(HttpRequest request, byte[] body, ClientHttpRequestExecution further)
            throws IOException {
        if (!free.tryAcquire()) {
            throw new IOException("too many people sign in at once");
        }
        try {
            return further.execute(request, body);
        } finally {
            free.release();
        }
    }

    /** What the provider says of itself. @throws ProviderAwayException if it does not answer */
    Map<String, Object> description(URI issuer) {
        String address = issuer.toString().replaceAll("/$", "") + "/.well-known/openid-configuration";
        try {
            Map<String, Object> told = RestClient.builder()
                    .requestFactory(requests)
                    .build()
                    .get()
                    .uri(URI.create(address))
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
            return told == null ? Map.of() : told;
        } catch (ResourceAccessException e) {
            throw new ProviderAwayException("no answer from " + address + ": " + e.getMostSpecificCause(), e);
        } catch (RestClientException e) {
            throw new ProviderAwayException(address + ": " + e.getMessage(), e);
        }
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    DefaultOAuth2UserService userInfo() {
        DefaultOAuth2UserService service = new DefaultOAuth2UserService();
        RestTemplate template = template();
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        service.setRestOperations(template);
        return service;
    }

    /** By the keys that the provider publishes; a secret that both know signs nothing here. */
    JwtDecoderFactory<ClientRegistration> decoders() {
        return new JwtDecoderFactory<>() {
            private volatile JwtDecoder made;

            @Override
            public JwtDecoder createDecoder(ClientRegistration registration) {
                JwtDecoder known = made;
                if (known == null) {
                    known = decoder(registration);
                    made = known;
                }
                return known;
            }
        };
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration.getProviderDetails().getJwkSetUri())
                .jwsAlgorithms(accepted -> accepted.addAll(List.of(SignatureAlgorithm.values())))
                .restOperations(template())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    private RestTemplate template() {
        return new RestTemplate(requests);
    }
}
