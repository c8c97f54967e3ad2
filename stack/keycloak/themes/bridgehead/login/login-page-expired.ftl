<#-- Keycloak's own builds its sentences around links in English order, with English full stops. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("pageExpiredTitle")}
    <#elseif section = "form">
        <p>${msg("pageExpiredMsg1")}</p>
        <a id="loginRestartLink" class="${properties.kcButtonPrimaryClass!}" href="${url.loginRestartFlowUrl}">${msg("pageExpiredRestart")}</a>
        <a id="loginContinueLink" class="${properties.kcButtonSecondaryClass!}" href="${url.loginAction}">${msg("pageExpiredContinue")}</a>
    </#if>
</@layout.registrationLayout>
